package dev.undertone.cli;

import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.classification.ServedModel.Precision;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.HistoryFile;
import dev.undertone.training.data.DataFolder;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.evaluation.Draws;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.Examination;
import dev.undertone.training.evaluation.FinishedRun;
import dev.undertone.training.evaluation.Lineage;
import dev.undertone.training.evaluation.ModelCard;
import dev.undertone.training.evaluation.ModelCardFacts;
import dev.undertone.training.evaluation.ModelCardFacts.Origin;
import dev.undertone.training.evaluation.ModelCardFacts.Recipe;
import dev.undertone.training.evaluation.Neighbour;
import dev.undertone.training.evaluation.ReportJson;
import dev.undertone.training.evaluation.RunLog;
import dev.undertone.training.evaluation.Supplements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the card of a checkpoint anew from what it scores now, as it is served. */
@Command(
        name = "card",
        description = "Measures a checkpoint as it is served and writes its card and evaluation.json anew.")
final class CardCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CheckpointOption checkpoint = new CheckpointOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The folder that the checkpoint was trained with.")
    private Path data = Path.of("");

    @Mixin
    private DataNameOption dataName = new DataNameOption();

    @Option(
            names = "--real-posts",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Labelled posts unlike the training data, such as GoEmotions' dev.tsv.")
    private List<Path> realPosts = new ArrayList<>();

    @Option(names = "--int8", description = "Also measures the int8 form.")
    private boolean int8;

    @Option(
            names = "--beside",
            paramLabel = "ID",
            description = "A checkpoint that is measured as well and stands on the card beside this one.")
    private @Nullable String beside;

    @Mixin
    private SeedOptions seeds = new SeedOptions();

    @Mixin
    private ExaminationOptions examination = new ExaminationOptions();

    CardCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Checkpoint meant = checkpoint.open(settings.get());
        RecipeFile recipe = RecipeFile.of(meant);
        List<Checkpoint> draws = seeds.given() ? draws(meant, recipe) : List.of();
        Optional<Trained> neighbour = Optional.ofNullable(beside)
                .map(settings.get()::checkpoint)
                .map(other -> new Trained(other, RecipeFile.of(other)));
        Dataset all = new DataFolder(data).train();
        Dataset train = recipe.withoutFold().map(fold -> fold.outside(all)).orElse(all);
        Dataset validation = new DataFolder(data).validation();
        Optional<Dataset> posts =
                realPosts.isEmpty() ? Optional.empty() : Optional.of(DatasetReader.read("real posts", realPosts));
        HistoryFile history = new HistoryFile(meant.folder().resolve("history.jsonl"));
        Measured full = measure(meant, Precision.FP32, validation, posts);
        Optional<Measured> small =
                int8 ? Optional.of(measure(meant, Precision.INT8, validation, posts)) : Optional.empty();
        ModelCardFacts facts = new ModelCardFacts(
                new Origin(
                        "other",
                        recipe.base(),
                        DataNameOption.of(dataName.given().or(recipe::dataName), data)),
                train,
                validation,
                new Recipe(recipe.options(), history.read(), recipe.versions(), recipe.command()),
                full.validation().report(),
                full.realPosts(),
                supplements(
                        meant,
                        full,
                        small,
                        draws(draws, full, validation),
                        neighbour.map(other -> neighbour(other, validation, posts))));
        settings.get().store().addTexts(meant.id(), texts(facts, full));
        spec.commandLine().getOut().println("Wrote " + meant.folder().resolve("README.md"));
        return 0;
    }

    /** A mean has no seed: the draws are then of a recipe that one of its parts followed. */
    private List<Checkpoint> draws(Checkpoint meant, RecipeFile recipe) {
        if (!recipe.isSoup()) {
            return seeds.open(settings.get(), meant);
        }
        List<Checkpoint> draws = seeds.open(settings.get());
        Lineage lineage = Lineage.of(meant.id().value(), runs(meant));
        if (draws.stream().noneMatch(draw -> lineage.includes(draw.id().value()))) {
            throw new OneLineErrors.WrongUsage(
                    "--seeds: none of them is among those that " + meant.id() + " goes back to");
        }
        return draws;
    }

    private static Map<String, String> texts(ModelCardFacts facts, Measured full) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("README.md", ModelCard.markdown(facts));
        texts.put("evaluation.json", ReportJson.line(full.validation()) + "\n");
        List<FinishedRun> runs = facts.supplements().runs();
        if (!runs.isEmpty()) {
            texts.put(RunLog.NAME, RunLog.lines(runs));
        }
        return texts;
    }

    private Neighbour neighbour(Trained other, Dataset validation, Optional<Dataset> posts) {
        return served(
                other.checkpoint(),
                Precision.FP32,
                (classifier, progress) -> new Neighbour(
                        other.recipe().command(),
                        new Examiner(classifier, progress, validation).report(),
                        posts.map(dataset -> new Examiner(classifier, progress, dataset).report())));
    }

    private Supplements supplements(
            Checkpoint meant,
            Measured full,
            Optional<Measured> small,
            Optional<Draws> draws,
            Optional<Neighbour> neighbour) {
        return new Supplements(
                runs(meant),
                full.validation().robustness(),
                full.validation().abstention(),
                meant.calibration(),
                meant.lexicon(),
                small.map(Measured::validation).map(Examination::report),
                small.flatMap(Measured::realPosts),
                draws,
                neighbour);
    }

    /** The runs that the card told of before, wherever they were made, and those that this machine knows of. */
    private List<FinishedRun> runs(Checkpoint meant) {
        return new RunLog(meant.folder().resolve(RunLog.NAME))
                .readWith(settings.get().runLog());
    }

    private Optional<Draws> draws(List<Checkpoint> checkpoints, Measured full, Dataset validation) {
        EvaluationReport mine = full.validation().report();
        return checkpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(SeedOptions.measure(
                        checkpoints,
                        checkpoint ->
                                checkpoint.id().equals(mine.checkpoint()) ? mine : report(checkpoint, validation)));
    }

    private EvaluationReport report(Checkpoint checkpoint, Dataset validation) {
        return served(
                checkpoint,
                Precision.FP32,
                (classifier, progress) -> new Examiner(classifier, progress, validation).report());
    }

    private Measured measure(Checkpoint meant, Precision precision, Dataset validation, Optional<Dataset> posts) {
        return served(
                meant,
                precision,
                (classifier, progress) -> new Measured(
                        examination.examine(classifier, progress, validation),
                        posts.map(dataset -> new Examiner(classifier, progress, dataset).report())));
    }

    private <T> T served(Checkpoint checkpoint, Precision precision, BiFunction<PooledClassifier, Progress, T> work) {
        ClassificationSettings serving = settings.get().classification().withPrecision(precision);
        try (PooledClassifier classifier = new PooledClassifier(checkpoint, serving);
                Progress progress = Progress.on(spec.commandLine().getErr(), "card")) {
            return work.apply(classifier, progress);
        }
    }

    private record Trained(Checkpoint checkpoint, RecipeFile recipe) {}

    private record Measured(Examination validation, Optional<EvaluationReport> realPosts) {}
}
