package dev.undertone.training;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.TorchRuntime;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import dev.undertone.training.augmentation.Augmentation;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Lesson;
import dev.undertone.training.recipe.Refinements;
import dev.undertone.training.teacher.LayerMap;
import dev.undertone.training.teacher.Lecture;
import dev.undertone.training.teacher.Teacher;
import dev.undertone.training.teacher.TeacherAnswers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fine-tunes a checkpoint on labelled texts, from the beginning or from where a killed run stopped.
 *
 * <p>Order and dropout of a step depend on the seed and the step's number alone, and all that the optimizer remembers
 * is in the saved state, so a resumed run ends where an unbroken one would.
 */
public final class FineTuning {

    private final Hyperparameters hyperparameters;
    private final Cadence cadence;
    private final RunFolder folder;
    private final TrainingListener listener;

    /**
     * A training that keeps its state in a folder.
     *
     * @param folder is made when missing
     */
    public FineTuning(Hyperparameters hyperparameters, Cadence cadence, Path folder, TrainingListener listener) {
        this.hyperparameters = hyperparameters;
        this.cadence = cadence;
        this.folder = new RunFolder(folder);
        this.listener = listener;
    }

    /** Fixes how many threads a step may use; PyTorch takes the first word on it in a process. */
    public static void useThreads(int threads) {
        TorchRuntime.useThreads(threads);
    }

    /** Name and version of each framework that a figure depends on. */
    public static Map<String, String> frameworks() {
        return TorchRuntime.versions();
    }

    /** Whether there is something to resume. */
    boolean begun() {
        return folder.savedStep().isPresent();
    }

    /** Forgets what was saved, so that the training starts anew. */
    public void forget() {
        folder.forget();
    }

    /** Trains on labels alone: see {@link #run(Checkpoint, Course, BooleanSupplier)}. */
    public boolean run(Checkpoint base, Dataset train, Dataset validation, BooleanSupplier stop) {
        return run(base, Course.of(train, validation), stop);
    }

    /**
     * Trains to the end, or until told to stop; in both cases the state is on disk.
     *
     * @param base where to start if there is no saved state
     * @param stop asked after every step
     * @return whether the training reached its end
     * @throws RunDescription.AnotherRun if the saved state belongs to other data, another base, teacher or recipe
     */
    public boolean run(Checkpoint base, Course course, BooleanSupplier stop) {
        folder.describe(RunDescription.of(base, hyperparameters, course));
        List<Lesson> lessons =
                course.texts().lessons(hyperparameters.refinements().twoLabels());
        if (course.teacher().isEmpty()) {
            return run(base, course, Objective.labels(hyperparameters.refinements()), stop);
        }
        Teacher teacher = course.teacher().get();
        Optional<TeacherAnswers> answers = ask(teacher, base, lessons, stop);
        if (answers.isEmpty()) {
            return false;
        }
        try (TeacherAnswers given = answers.get()) {
            return run(
                    base,
                    course,
                    Objective.teacher(hyperparameters.refinements(), teacher.distillation(), given),
                    stop);
        }
    }

    /** The lessons that a teacher is asked about are the first ones, so an answer has the lesson's number. */
    private Optional<TeacherAnswers> ask(Teacher teacher, Checkpoint base, List<Lesson> lessons, BooleanSupplier stop) {
        List<String> texts = lessons.stream()
                .filter(teacher.distillation()::reaches)
                .map(Lesson::text)
                .toList();
        LayerMap layers = teacher.layers(base.config());
        return new Lecture(folder.teacher(), teacher, layers, texts)
                .hold(done -> listener.taught(done, texts.size()), stop);
    }

    private boolean run(Checkpoint base, Course course, Objective objective, BooleanSupplier stop) {
        Optional<Integer> saved = folder.savedStep();
        int maxTokens = Math.min(hyperparameters.maxTokens(), base.config().maxPositions());
        Refinements refinements = hyperparameters.refinements();
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(base.tokenizerJson());
                DistilBertModel model = load(base, saved)) {
            TrainingState state = new TrainingState(optimizer(model), refinements.weightAverage());
            saved.ifPresent(step -> {
                try (Weights weights = folder.openState(step)) {
                    state.restore(weights);
                }
            });
            TrainingStep step = new TrainingStep(
                    model,
                    state.optimizer(),
                    objective,
                    Reader.of(tokenizer, maxTokens, new Augmentation(refinements.augment(), hyperparameters.seed())),
                    hyperparameters.seed());
            return new TrainingLoop(hyperparameters, cadence, folder, listener, model, state, step, course.keptEpoch())
                    .run(
                            EncodedLesson.of(course.texts().lessons(refinements.twoLabels()), tokenizer, maxTokens),
                            EncodedExample.of(course.validation(), tokenizer, maxTokens),
                            saved.orElse(0),
                            stop);
        }
    }

    private AdamW optimizer(DistilBertModel model) {
        LayerRates rates = new LayerRates(
                hyperparameters.refinements().layerDecay(),
                model.network().config().layers());
        return new AdamW(
                model.parameters(), hyperparameters.optimizer(), hyperparameters.maxGradientNorm(), rates::factor);
    }

    /** The training curve so far. */
    public TrainingHistory history() {
        return folder.history().read();
    }

    /** The training curve as it stands in its file: one JSON object a line. */
    public String historyLines() {
        return folder.history().lines();
    }

    /**
     * Opens the weights of the epoch to keep; else of the best so far: highest validation accuracy, of equals the lower
     * loss.
     */
    public Weights openBest() {
        return folder.openBest();
    }

    private DistilBertModel load(Checkpoint base, Optional<Integer> saved) {
        try (Weights weights = saved.map(folder::openState).orElseGet(base::openWeights)) {
            return DistilBertModel.load(base.config(), weights, hyperparameters.rates());
        }
    }

    /**
     * How often something is told or saved.
     *
     * @param logEvery steps between two log lines, at least 1
     * @param saveEvery steps between two saved states, at least 1
     */
    public record Cadence(int logEvery, int saveEvery) {

        /** A log line every 10 steps as published, a state every 100. */
        public static final Cadence PUBLISHED = new Cadence(10, 100);

        /** Refuses what would never happen. */
        public Cadence {
            if (logEvery < 1 || saveEvery < 1) {
                throw new IllegalArgumentException(
                        "--log-every is " + logEvery + " and --save-every " + saveEvery + ", expected at least 1");
            }
        }
    }
}
