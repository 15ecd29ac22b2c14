package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.Course;
import dev.undertone.training.FineTuning;
import dev.undertone.training.HistoryFile;
import dev.undertone.training.Hyperparameters;
import dev.undertone.training.TrainingDiverged;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.RepeatedTexts;
import dev.undertone.training.data.TrainingTexts;
import dev.undertone.training.evaluation.FinishedRun;
import dev.undertone.training.evaluation.RunLog;
import dev.undertone.training.teacher.Teacher;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a training of either kind from its options to the saved checkpoint. */
final class TrainingRun {

    private final Settings settings;
    private final RunOptions run;
    private final TrainOptions options;
    private final PrintWriter err;

    TrainingRun(Settings settings, RunOptions run, TrainOptions options, PrintWriter err) {
        this.settings = settings;
        this.run = run;
        this.options = options;
        this.err = err;
    }

    /**
     * What tells one kind of training from another.
     *
     * @param command its name
     * @param options of this kind alone, without dashes
     * @param teacher if it has one
     */
    record Kind(String command, Map<String, String> options, Optional<Teacher> teacher) {}

    /** Trains; the answer is an exit code. */
    int go(Kind kind) {
        CheckpointId id = run.output();
        Hyperparameters recipe = OneLineErrors.given(options::hyperparameters);
        Path runFolder = settings.dataDirectory().resolve("training").resolve(id.value());
        Optional<Integer> keptEpoch = run.keptEpoch(recipe.epochs());
        requireMeant(id, keptEpoch.orElse(recipe.epochs()), runFolder);
        FineTuning.useThreads(run.threads());
        Checkpoint start = base();
        kind.teacher().ifPresent(teacher -> OneLineErrors.given(() -> teacher.layers(start.config())));
        TrainingTexts texts = texts(kind, recipe);
        Dataset validation = run.validation();
        err.println(texts.main().size() + " texts to train on, " + validation.size() + " to validate with. "
                + DataNotes.counts(RepeatedTexts.across(List.of(texts.main(), validation))));
        Map<String, String> all = all(kind);
        RunLog runs = settings.runLog();
        String command = command(kind.command(), all);
        try (TrainingProgress progress = new TrainingProgress(Progress.on(err, kind.command()));
                StopSignal stop = new StopSignal()) {
            FineTuning training = new FineTuning(recipe, run.cadence(), runFolder, progress);
            if (run.restart()) {
                training.forget();
            }
            if (!training.run(start, new Course(texts, validation, kind.teacher(), keptEpoch), stop)) {
                progress.line("Stopped; the state is saved. The same command with --resume goes on.");
                return 1;
            }
            new TrainedCheckpoint(settings.store(), id, all, command, run.dataName(), runs)
                    .save(training, start, texts.main(), validation, recipe.evaluationBatchSize())
                    .forEach(progress::line);
            training.forget();
        } catch (TrainingDiverged failure) {
            String outcome = String.valueOf(failure.getMessage());
            runs.append(new FinishedRun(id.value(), command, recipe.seed(), outcome, Optional.empty()));
            throw failure;
        }
        return 0;
    }

    /** The texts, on each of which the teacher can say something if there is one. */
    private TrainingTexts texts(Kind kind, Hyperparameters recipe) {
        TrainingTexts texts = OneLineErrors.given(run::texts);
        kind.teacher()
                .ifPresent(teacher -> OneLineErrors.given(() -> {
                    teacher.requireAnswersTo(texts.lessons(recipe.refinements().twoLabels()));
                    return teacher;
                }));
        return texts;
    }

    /**
     * Refuses to take a name, forget a training or go on with one that the user may not have had in mind. A training is
     * begun when its folder is there: it may have been killed before it first saved its state.
     */
    private void requireMeant(CheckpointId id, int lastEpoch, Path runFolder) {
        if (run.resume() && run.restart()) {
            throw new OneLineErrors.WrongUsage("--resume and --restart: give one of them");
        }
        boolean begun = Files.isDirectory(runFolder);
        if (settings.store().find(id).isPresent() && !(begun && run.resume() && finished(runFolder, lastEpoch))) {
            throw new OneLineErrors.WrongUsage("there is a checkpoint " + id + " already: choose another --output");
        }
        if (begun && !run.resume() && !run.restart()) {
            throw new OneLineErrors.WrongUsage(
                    "a training of " + id + " was begun: go on with --resume, or start anew with --restart");
        }
        if (run.resume() && !begun) {
            throw new OneLineErrors.WrongUsage("--resume: no training of " + id + " was begun");
        }
    }

    /** Whether all that was left to do when it was killed was to save the result. */
    private static boolean finished(Path runFolder, int lastEpoch) {
        return new HistoryFile(runFolder.resolve("history.jsonl"))
                        .read()
                        .epochs()
                        .size()
                == lastEpoch;
    }

    private Checkpoint base() {
        Path folder = Path.of(run.base());
        if (Files.isDirectory(folder)) {
            return Checkpoint.open(folder);
        }
        if (!CheckpointId.isValid(run.base())) {
            throw new OneLineErrors.WrongUsage("--base " + run.base() + ": there is no such folder");
        }
        return settings.store().open(new CheckpointId(run.base()));
    }

    private Map<String, String> all(Kind kind) {
        Map<String, String> all = new LinkedHashMap<>(kind.options());
        all.putAll(options.asOptions());
        all.putAll(run.asOptions());
        return all;
    }

    /** What to type to do it again: file names, not where they lie on this machine. */
    private String command(String name, Map<String, String> all) {
        StringBuilder command = new StringBuilder("java -jar target/undertone.jar ")
                .append(name)
                .append(" --data DIR --base ")
                .append(Path.of(run.base()).getFileName())
                .append(" --output ")
                .append(run.output());
        all.forEach((option, value) ->
                command.append(" --").append(option).append(' ').append(value));
        return command.toString();
    }
}
