package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.MeanWeights;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFormat;
import dev.undertone.training.Evaluator;
import dev.undertone.training.data.DataFolder;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.FinishedRun;
import dev.undertone.training.evaluation.FinishedRun.Figures;
import dev.undertone.training.evaluation.ReportJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes one checkpoint out of several that were fine-tuned from the same base. */
@Command(
        name = "soup",
        description =
                "Averages the weights of checkpoints that were fine-tuned from the same base, and evaluates the mean.")
final class SoupCommand implements Callable<Integer> {

    private static final int FEWEST = 2;
    private static final int BATCH = 64;

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--of",
            paramLabel = "ID",
            required = true,
            split = ",",
            description = "The checkpoints, with commas between; one named twice counts twice.")
    private List<String> of = new ArrayList<>();

    @Option(names = "--output", paramLabel = "ID", required = true, description = "The name of the new checkpoint.")
    private String output = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder that the checkpoints were trained with; the mean is evaluated on its validation.txt.")
    private Path data = Path.of("");

    SoupCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (of.size() < FEWEST) {
            throw new OneLineErrors.WrongUsage("--of: give at least " + FEWEST + " checkpoints, with commas between");
        }
        CheckpointId id = OneLineErrors.given("--output", () -> new CheckpointId(output));
        List<Checkpoint> parts = of.stream().map(settings.get()::checkpoint).toList();
        Dataset validation = new DataFolder(data).validation();
        String command =
                "java -jar target/undertone.jar soup --data DIR --of " + String.join(",", of) + " --output " + output;
        ModelStore store = settings.get().store();
        RecipeFile recipe = RecipeFile.ofSoup(parts, store, command);
        requireOneShape(parts);

        try (Weights mean =
                new MeanWeights(parts.stream().map(Checkpoint::openWeights).toList())) {
            store.save(id, parts.get(0), mean, WeightsFormat.SHIPPED);
        }
        EvaluationReport report =
                EvaluationReport.of(id, "fp32", Evaluator.predictions(store.open(id), validation, BATCH));
        store.addTexts(id, Map.of("evaluation.json", ReportJson.line(report) + "\n", RecipeFile.NAME, recipe.json()));
        settings.get()
                .runLog()
                .append(new FinishedRun(
                        id.value(), command, recipe.seed(), FinishedRun.SAVED, Optional.of(Figures.of(report))));
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "Saved %s: validation accuracy %.4f, loss %.4f, macro-F1 %.4f. Its card is written by: card --checkpoint %s --data DIR",
                        id,
                        report.accuracy(),
                        report.loss(),
                        report.confusion().macroF1(),
                        id));
        return 0;
    }

    private static void requireOneShape(List<Checkpoint> parts) {
        Checkpoint first = parts.get(0);
        for (Checkpoint other : parts) {
            if (!other.config().equals(first.config())
                    || !other.tokenizer().json().equals(first.tokenizer().json())) {
                throw new OneLineErrors.WrongUsage("--of: " + first.id() + " and " + other.id()
                        + " differ in sizes, labels or vocabulary, so they have no mean");
            }
        }
    }
}
