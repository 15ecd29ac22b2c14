package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.FineTuning;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.HistoryFile;
import dev.undertone.training.Hyperparameters;
import dev.undertone.training.data.DataFolder;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.RepeatedTexts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fine-tunes a checkpoint on labelled texts. */
@Command(
        name = "train",
        description = "Fine-tunes a checkpoint. Killed or stopped at any moment, it goes on with --resume.")
final class TrainCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "A folder with train.txt and validation.txt, or .csv, .jsonl, .gz.")
    private Path data = Path.of("");

    @Option(names = "--base", paramLabel = "DIR|ID", required = true, description = "The checkpoint to start from.")
    private String base = "";

    @Option(names = "--output", paramLabel = "ID", required = true, description = "The name of the new checkpoint.")
    private String output = "";

    @Option(names = "--resume", description = "Goes on where an interrupted training of this output stopped.")
    private boolean resume;

    @Option(names = "--restart", description = "Forgets an interrupted training of this output and starts anew.")
    private boolean restart;

    @Mixin
    private TrainOptions options = new TrainOptions();

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

    TrainCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Option(names = "--config", paramLabel = "FILE", description = "Options from a YAML file; those given here win.")
    void config(Path file) {
        // Read before the other options are parsed, as it changes their defaults: see YamlDefaults.
    }

    @Override
    public Integer call() {
        CheckpointId id = OneLineErrors.given("--output", () -> new CheckpointId(output));
        Hyperparameters recipe = OneLineErrors.given(options::hyperparameters);
        Cadence cadence = OneLineErrors.given(() -> new Cadence(logEvery, saveEvery));
        Path runFolder = settings.get().dataDirectory().resolve("training").resolve(output);
        requireMeant(id, recipe, runFolder);
        FineTuning.useThreads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        Checkpoint start = base();
        Dataset train = new DataFolder(data).train();
        Dataset validation = new DataFolder(data).validation();
        PrintWriter err = spec.commandLine().getErr();
        err.println(train.size() + " texts to train on, " + validation.size() + " to validate with. "
                + DataNotes.counts(RepeatedTexts.across(List.of(train, validation))));
        try (TrainingProgress progress = new TrainingProgress(Progress.on(err, "train"));
                StopSignal stop = new StopSignal()) {
            FineTuning training = new FineTuning(recipe, cadence, runFolder, progress);
            if (restart) {
                training.forget();
            }
            if (!training.run(start, train, validation, stop)) {
                progress.line("Stopped; the state is saved. The same command with --resume goes on.");
                return 1;
            }
            new TrainedCheckpoint(settings.get().store(), id, options, command())
                    .save(training, start, train, validation)
                    .forEach(progress::line);
            training.forget();
        }
        return 0;
    }

    /**
     * Refuses to take a name, forget a training or go on with one that the user may not have had in mind. A training is
     * begun when its folder is there: it may have been killed before it first saved its state.
     */
    private void requireMeant(CheckpointId id, Hyperparameters recipe, Path runFolder) {
        if (resume && restart) {
            throw new OneLineErrors.WrongUsage("--resume and --restart: give one of them");
        }
        boolean begun = Files.isDirectory(runFolder);
        if (settings.get().store().find(id).isPresent() && !(begun && resume && finished(runFolder, recipe))) {
            throw new OneLineErrors.WrongUsage("there is a checkpoint " + id + " already: choose another --output");
        }
        if (begun && !resume && !restart) {
            throw new OneLineErrors.WrongUsage(
                    "a training of " + id + " was begun: go on with --resume, or start anew with --restart");
        }
        if (resume && !begun) {
            throw new OneLineErrors.WrongUsage("--resume: no training of " + id + " was begun");
        }
    }

    /** Whether all that was left to do when it was killed was to save the result. */
    private static boolean finished(Path runFolder, Hyperparameters recipe) {
        return new HistoryFile(runFolder.resolve("history.jsonl"))
                        .read()
                        .epochs()
                        .size()
                == recipe.epochs();
    }

    private Checkpoint base() {
        Path folder = Path.of(base);
        if (Files.isDirectory(folder)) {
            return Checkpoint.open(folder);
        }
        if (!CheckpointId.isValid(base)) {
            throw new OneLineErrors.WrongUsage("--base " + base + ": there is no such folder");
        }
        return settings.get().store().open(new CheckpointId(base));
    }

    /** What to type to do it again: file names, not where they lie on this machine. */
    private String command() {
        StringBuilder command = new StringBuilder("java -jar target/undertone.jar train --data DIR --base ")
                .append(Path.of(base).getFileName())
                .append(" --output ")
                .append(output);
        options.asOptions()
                .forEach((name, value) ->
                        command.append(" --").append(name).append(' ').append(value));
        return command.toString();
    }
}
