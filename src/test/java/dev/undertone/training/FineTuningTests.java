package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.Hyperparameters.AdamWConstants;
import dev.undertone.training.Hyperparameters.Dropout;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.recipe.Refinements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FineTuningTests {

    private static final List<String> NAMES = List.of("sad", "happy", "loved", "angry", "afraid", "amazed");

    @TempDir
    private Path folder;

    private Checkpoint base;
    private final Dataset train = texts("train", 240, 1);
    private final Dataset validation = texts("validation", 60, 2);

    @BeforeEach
    void makeBase() {
        base = TinyCheckpoint.in(folder.resolve("base"));
    }

    @Test
    void learnsWhatTheTextsSay() {
        FineTuning training = training("learning", recipe(42, 30));

        assertThat(training.run(base, train, validation, () -> false)).isTrue();

        List<Epoch> epochs = training.history().epochs();
        assertThat(epochs).hasSize(30);
        assertThat(epochs.get(29).validationLoss())
                .isLessThan(0.5 * epochs.get(0).validationLoss());
        assertThat(epochs.get(29).validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void aStoppedRunEndsWhereAnUnbrokenOneEnds() {
        FineTuning unbroken = training("unbroken", recipe(42));
        unbroken.run(base, train, validation, () -> false);

        int stops = 0;
        while (!training("stopped", recipe(42)).run(base, train, validation, after(17))) {
            stops++;
        }

        assertThat(stops).isGreaterThan(2);
        assertSameEnd(training("stopped", recipe(42)), unbroken);
    }

    @Test
    void aRunThatIsKilledBetweenSavesRepeatsTheStepsSince() {
        FineTuning unbroken = training("unbroken", recipe(42));
        unbroken.run(base, train, validation, () -> false);

        assertThatThrownBy(() -> training("killed", recipe(42)).run(base, train, validation, killedAfter(33)))
                .isInstanceOf(Killed.class);
        FineTuning resumed = training("killed", recipe(42));
        assertThat(resumed.begun()).isTrue();
        resumed.run(base, train, validation, () -> false);

        assertSameEnd(resumed, unbroken);
        assertThat(resumed.history().steps().stream().map(Step::step))
                .containsExactlyElementsOf(
                        unbroken.history().steps().stream().map(Step::step).toList());
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        FineTuning one = training("one", recipe(1));
        FineTuning two = training("two", recipe(2));
        one.run(base, train, validation, () -> false);
        two.run(base, train, validation, () -> false);

        assertThat(one.history().epochs().get(0).validationLoss())
                .isNotCloseTo(two.history().epochs().get(0).validationLoss(), within(1e-3));
    }

    @Test
    void otherDataCannotBeResumedWith() {
        training("run", recipe(42)).run(base, train, validation, after(5));

        assertThatThrownBy(() -> training("run", recipe(42)).run(base, texts("train", 240, 3), validation, () -> false))
                .isInstanceOf(RunDescription.AnotherRun.class)
                .hasMessageStartingWith("the training data (SHA-256) was ");
    }

    @Test
    void anotherRecipeCannotBeResumedWith() {
        training("run", recipe(42)).run(base, train, validation, after(5));

        assertThatThrownBy(() -> training("run", recipe(43)).run(base, train, validation, () -> false))
                .isInstanceOf(RunDescription.AnotherRun.class)
                .hasMessageContaining("seed=43");
    }

    @Test
    void aLogLineComesAtEveryTenthStep() {
        FineTuning training = training("run", recipe(42));
        training.run(base, train, validation, after(45));

        assertThat(training.history().steps().stream().map(Step::step)).containsExactly(10L, 20L, 30L, 40L);
    }

    private FineTuning training(String name, Hyperparameters recipe) {
        return new FineTuning(recipe, new Cadence(10, 20), folder.resolve(name), new Deaf());
    }

    private static Hyperparameters recipe(long seed) {
        return recipe(seed, 6);
    }

    private static Hyperparameters recipe(long seed, int epochs) {
        return new Hyperparameters(
                5e-3,
                16,
                64,
                epochs,
                10,
                AdamWConstants.PUBLISHED,
                new Dropout(0.1, 0.1, 0.1),
                1.0,
                seed,
                40,
                Refinements.NONE);
    }

    private static BooleanSupplier after(int steps) {
        AtomicInteger left = new AtomicInteger(steps);
        return () -> left.decrementAndGet() == 0;
    }

    private static BooleanSupplier killedAfter(int steps) {
        BooleanSupplier reached = after(steps);
        return () -> {
            if (reached.getAsBoolean()) {
                throw new Killed();
            }
            return false;
        };
    }

    /** To the last bit: on one thread, a step does the same sums in the same order each time. */
    private static void assertSameEnd(FineTuning one, FineTuning other) {
        assertThat(one.history().epochs().stream().map(Epoch::validationLoss))
                .containsExactlyElementsOf(other.history().epochs().stream()
                        .map(Epoch::validationLoss)
                        .toList());
    }

    /** Sentences that name an emotion among words that do not. */
    private static Dataset texts(String name, int count, long seed) {
        Random random = new Random(seed);
        List<String> around = List.of("i", "am", "so", "very", "today", "now", "and", "it", "the");
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Emotion emotion = Emotion.inOrder().get(random.nextInt(6));
            StringBuilder text = new StringBuilder("i feel");
            int words = random.nextInt(6);
            for (int word = 0; word < words; word++) {
                text.append(' ').append(around.get(random.nextInt(around.size())));
            }
            examples.add(new Example(text + " " + NAMES.get(emotion.id()), emotion));
        }
        return new Dataset(name, examples);
    }

    private static final class Killed extends RuntimeException {}

    private static final class Deaf implements TrainingListener {

        @Override
        public void step(int step, int totalSteps, double loss) {}

        @Override
        public void logged(Step step) {}

        @Override
        public void evaluated(Epoch epoch, boolean best) {}

        @Override
        public void saved(int step) {}
    }
}
