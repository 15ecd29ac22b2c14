package dev.undertone.cli;

import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.classification.ServedModel.Precision;
import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Certainty;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.calibration.Answer;
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

    private static final int CHUNK = 256;

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
            description =
                    "A checkpoint and the fold that it was trained without, such as cv-1=1/5; may be repeated for other folds.")
    private List<String> folds = new ArrayList<>();

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
        if (certainty == null && neutral.isEmpty()) {
            throw new OneLineErrors.WrongUsage("--certainty has to be chosen, or --neutral texts to choose it by");
        }
        Checkpoint meant = checkpoint.open(settings.get());
        Map<Fold, Checkpoint> readers = readers();
        List<String> without = NeutralTexts.read(neutral);
        Dataset train = new DataFolder(data).train();
        try (Progress progress = Progress.on(spec.commandLine().getErr(), "calibrate")) {
            List<Answer> answers = new ArrayList<>();
            readers.forEach((fold, reader) -> answers.addAll(answers(reader, fold.inside(train), progress)));
            List<float[]> silent = without.isEmpty() ? List.of() : logits(meant, without, progress);
            Calibration calibration = OneLineErrors.given(() ->
                    ThresholdFit.of(answers, doubted, silent, Optional.ofNullable(certainty), source(answers.size())));
            settings.get().store().addTexts(meant.id(), Map.of(Calibration.FILE, calibration.json()));
            tell(meant, answers, silent, calibration);
        }
        return 0;
    }

    /** Who is asked about which part of the training data: one that was trained without it. */
    private Map<Fold, Checkpoint> readers() {
        Map<Fold, Checkpoint> readers = new LinkedHashMap<>();
        for (String named : folds) {
            FoldReader reader = FoldReader.named("--fold", named, settings.get());
            Fold fold = reader.fold();
            if (readers.put(fold, reader.checkpoint()) != null) {
                throw new OneLineErrors.WrongUsage("--fold: " + fold + " is named twice");
            }
            if (fold.of() != readers.keySet().iterator().next().of()) {
                throw new OneLineErrors.WrongUsage("--fold: " + fold + " is not of as many parts as the first");
            }
        }
        return readers;
    }

    private List<Answer> answers(Checkpoint reader, List<Example> unseen, Progress progress) {
        List<float[]> logits = logits(reader, unseen.stream().map(Example::text).toList(), progress);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < unseen.size(); i++) {
            answers.add(new Answer(logits.get(i), unseen.get(i).emotion()));
        }
        return answers;
    }

    /** As they are served in full precision. */
    private List<float[]> logits(Checkpoint reader, List<String> texts, Progress progress) {
        ClassificationSettings serving = settings.get().classification().withPrecision(Precision.FP32);
        List<float[]> all = new ArrayList<>();
        try (PooledClassifier classifier = new PooledClassifier(reader, serving)) {
            for (int start = 0; start < texts.size(); start += CHUNK) {
                all.addAll(classifier.logits(texts.subList(start, Math.min(texts.size(), start + CHUNK))));
                progress.at(all.size(), texts.size(), reader.id().value());
            }
        }
        return all;
    }

    private String source(int count) {
        String command = folds.stream()
                        .map(fold -> " --fold " + fold)
                        .collect(Collectors.joining("", "calibrate --data DIR", ""))
                + FileNames.option("--neutral", neutral)
                + (certainty == null ? "" : " --certainty " + certainty.name().toLowerCase(Locale.ROOT))
                + " --doubted " + doubted;
        return count + " training texts, each read by a checkpoint that was not trained on it (" + command + ")";
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
