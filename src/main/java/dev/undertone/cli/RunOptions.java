package dev.undertone.cli;

import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.data.DataFolder;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.Fold;
import dev.undertone.training.data.NeutralTexts;
import dev.undertone.training.data.TrainingTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every training is told beside its recipe: the texts, where to start, what to make, and how to go about it. */
final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "A folder with train.txt and validation.txt, or .csv, .jsonl, .gz.")
    private Path data = Path.of("");

    @Mixin
    private DataNameOption dataName = new DataNameOption();

    @Option(names = "--base", paramLabel = "DIR|ID", required = true, description = "The checkpoint to start from.")
    private String base = "";

    @Option(names = "--output", paramLabel = "ID", required = true, description = "The name of the new checkpoint.")
    private String output = "";

    @Option(
            names = "--extra",
            paramLabel = "FILE",
            arity = "1..*",
            description = "More labelled texts to train on, GoEmotions' .tsv among the forms.")
    private List<Path> extra = new ArrayList<>();

    @Option(
            names = "--extra-weight",
            paramLabel = "WEIGHT",
            defaultValue = "1",
            description = "How much a text of --extra counts, ${DEFAULT-VALUE}.")
    private double extraWeight;

    @Option(
            names = "--neutral",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Texts without emotion, in which all emotions are to be read alike: one a line, or the neutral"
                            + " ones of GoEmotions' .tsv.")
    private List<Path> neutral = new ArrayList<>();

    @Option(
            names = "--neutral-weight",
            paramLabel = "WEIGHT",
            defaultValue = "0.5",
            description = "How much a text of --neutral counts, ${DEFAULT-VALUE}.")
    private double neutralWeight;

    @Option(
            names = "--without-fold",
            paramLabel = "K/N",
            description = "Leaves out the K-th of N parts of the training data, so that calibrate can ask about it.")
    private @Nullable String withoutFold;

    @Option(
            names = "--keep-epoch",
            paramLabel = "N",
            description =
                    "Keeps the weights of this epoch and ends after it, however many the schedule is for; the best"
                            + " epoch if not given. For --without-fold: the epoch that the checkpoint in question is of.")
    private @Nullable Integer keepEpoch;

    @Option(names = "--resume", description = "Goes on where an interrupted training of this output stopped.")
    private boolean resume;

    @Option(names = "--restart", description = "Forgets an interrupted training of this output and starts anew.")
    private boolean restart;

    @Option(
            names = "--log-every",
            paramLabel = "N",
            defaultValue = "10",
            description = "Steps between log lines, ${DEFAULT-VALUE}.")
    private int logEvery;

    @Option(
            names = "--save-every",
            paramLabel = "N",
            defaultValue = "100",
            description = "Steps between saved states, ${DEFAULT-VALUE}.")
    private int saveEvery;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads of a step; 0 means one a core.")
    private int threads;

    @Option(names = "--config", paramLabel = "FILE", description = "Options from a YAML file; those given here win.")
    void config(Path file) {
        // Read before the other options are parsed, as it changes their defaults: see YamlDefaults.
    }

    private @Nullable Dataset allTraining;

    CheckpointId output() {
        return OneLineErrors.given("--output", () -> new CheckpointId(output));
    }

    String base() {
        return base;
    }

    /**
     * The epoch whose weights are kept, if not the best.
     *
     * @param epochs of the schedule
     */
    Optional<Integer> keptEpoch(int epochs) {
        Optional<Integer> kept = Optional.ofNullable(keepEpoch);
        kept.filter(epoch -> epoch < 1 || epoch > epochs).ifPresent(epoch -> {
            throw new OneLineErrors.WrongUsage("--keep-epoch is " + epoch + ", expected 1 to " + epochs);
        });
        return kept;
    }

    boolean resume() {
        return resume;
    }

    boolean restart() {
        return restart;
    }

    Cadence cadence() {
        return OneLineErrors.given(() -> new Cadence(logEvery, saveEvery));
    }

    int threads() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    TrainingTexts texts() {
        List<Example> more =
                extra.isEmpty() ? List.of() : DatasetReader.read("extra", extra).examples();
        Dataset train = allTraining();
        String left = withoutFold;
        Dataset main = left == null
                ? train
                : OneLineErrors.given("--without-fold", () -> Fold.parse(left)).outside(train);
        return new TrainingTexts(main, more, extraWeight, NeutralTexts.read(neutral), neutralWeight);
    }

    /** The training data proper before any fold is left out; read once, though each teacher of a fold asks for it. */
    Dataset allTraining() {
        Dataset read = allTraining;
        if (read == null) {
            read = new DataFolder(data).train();
            allTraining = read;
        }
        return read;
    }

    Dataset validation() {
        return new DataFolder(data).validation();
    }

    /** What the training data are called on the card. */
    String dataName() {
        return DataNameOption.of(dataName.given(), data);
    }

    /** The options that say which texts, without dashes, as far as they are given; file names, not where they lie. */
    Map<String, String> asOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        dataName.given().ifPresent(name -> options.put(DataNameOption.NAME, name));
        if (!extra.isEmpty()) {
            options.put("extra", FileNames.of(extra));
            options.put("extra-weight", Double.toString(extraWeight));
        }
        if (!neutral.isEmpty()) {
            options.put("neutral", FileNames.of(neutral));
            options.put("neutral-weight", Double.toString(neutralWeight));
        }
        if (withoutFold != null) {
            options.put(RecipeFile.WITHOUT_FOLD, withoutFold);
        }
        if (keepEpoch != null) {
            options.put("keep-epoch", keepEpoch.toString());
        }
        return options;
    }
}
