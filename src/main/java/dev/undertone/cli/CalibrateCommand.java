package dev.undertone.cli;

import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Certainty;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.FineTuning;
import dev.undertone.training.calibration.Answer;
import dev.undertone.training.calibration.Logits;
import dev.undertone.training.calibration.TemperatureFit;
import dev.undertone.training.calibration.ThresholdFit;
import dev.undertone.training.data.DataFolder;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.Fold;
import dev.undertone.training.data.NeutralTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits how far the answers of a checkpoint can be trusted, and keeps it beside the weights. */
@Command(
        name = "calibrate",
        description = "Fits temperature and threshold of a checkpoint by cross-validation on training data:"
                + " on each fold with a checkpoint of the same recipe that was trained --without-fold it.")
final class CalibrateCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CheckpointOption checkpoint = new CheckpointOption();

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder with the training data.")
    private Path data = Path.of("");

    @Option(
            names = "--fold",
            paramLabel = "ID=K/N",
            required = true,
            description = "A checkpoint and the fold that it was trained without, such as cv-1=1/5; may be repeated.")
    private Map<String, String> folds = new LinkedHashMap<>();

    @Option(
            names = "--neutral",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Texts without emotion that the way to measure certainty is chosen by.")
    private List<Path> neutral = new ArrayList<>();

    @Option(
            names = "--certainty",
            paramLabel = "probability|margin|entropy|energy",
            description = "How certainty is measured; chosen by the texts of --neutral if not given.")
    private @Nullable Certainty certainty;

    @Option(
            names = "--doubted",
            paramLabel = "SHARE",
            defaultValue = "0.04",
            description = "Share of texts with anger or fear that may become uncertain, ${DEFAULT-VALUE}.")
    private double doubted;

    CalibrateCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        OneLineErrors.given(() -> {
            if (!(doubted >= 0 && doubted < 1)) {
                throw new IllegalArgumentException("--doubted is " + doubted + ", expected 0 to below 1");
            }
            return doubted;
        });
        FineTuning.useThreads(Runtime.getRuntime().availableProcessors());
        Checkpoint meant = checkpoint.open(settings.get());
        Dataset train = new DataFolder(data).train();
        List<Answer> answers = new ArrayList<>();
        folds.forEach((name, fold) -> answers.addAll(answers(name, fold, train)));
        List<float[]> silent = Logits.of(meant, NeutralTexts.read(neutral));
        Calibration calibration = OneLineErrors.given(() ->
                ThresholdFit.of(answers, doubted, silent, Optional.ofNullable(certainty), source(answers.size())));
        settings.get().store().addTexts(meant.id(), Map.of(Calibration.FILE, calibration.json()));
        tell(meant, answers, silent, calibration);
        return 0;
    }

    private List<Answer> answers(String name, String fold, Dataset train) {
        CheckpointId id = OneLineErrors.given("--fold", () -> new CheckpointId(name));
        List<Example> unseen =
                OneLineErrors.given("--fold", () -> Fold.parse(fold)).inside(train);
        List<float[]> logits = Logits.of(
                settings.get().store().open(id),
                unseen.stream().map(Example::text).toList());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < unseen.size(); i++) {
            answers.add(new Answer(logits.get(i), unseen.get(i).emotion()));
        }
        return answers;
    }

    private String source(int count) {
        String command = folds.entrySet().stream()
                        .map(fold -> " --fold " + fold.getKey() + "=" + fold.getValue())
                        .collect(Collectors.joining("", "calibrate --data DIR", ""))
                + FileNames.option("--neutral", neutral)
                + (certainty == null ? "" : " --certainty " + certainty.name().toLowerCase(Locale.ROOT))
                + " --doubted " + doubted;
        return count + " training texts, each read by a checkpoint that had not seen it (" + command + ")";
    }

    private void tell(Checkpoint meant, List<Answer> answers, List<float[]> silent, Calibration calibration) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: temperature %.4f (loss on unseen texts %.4f, before %.4f), uncertain below %s %.4f;"
                                + " of %d neutral texts %.1f %% are called anger or fear with certainty.%n",
                        meant.id(),
                        calibration.temperature(),
                        TemperatureFit.loss(answers, calibration.temperature()),
                        TemperatureFit.loss(answers, 1),
                        calibration.certainty().name().toLowerCase(Locale.ROOT),
                        calibration.threshold(),
                        silent.size(),
                        100 * ThresholdFit.alarmed(calibration, silent));
    }
}
