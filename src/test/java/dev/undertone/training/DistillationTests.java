package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFormat;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.Hyperparameters.AdamWConstants;
import dev.undertone.training.Hyperparameters.Dropout;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.TrainingTexts;
import dev.undertone.training.recipe.Distillation;
import dev.undertone.training.recipe.Refinements;
import dev.undertone.training.teacher.EnsembleMember;
import dev.undertone.training.teacher.Teacher;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DistillationTests {

    @TempDir
    private Path folder;

    private final Dataset train = TinyTexts.of("train", 240, 1);
    private final Dataset validation = TinyTexts.of("validation", 60, 2);
    private Checkpoint base;
    private Checkpoint teacher;

    @BeforeEach
    void trainATeacher() {
        base = TinyCheckpoint.in(folder.resolve("store/base"));
        FineTuning training = training("teaching", recipe(30));
        training.run(TinyCheckpoint.in(folder.resolve("store/other"), 5), train, validation, () -> false);
        teacher = saved("teacher", training);
    }

    @Test
    void aStudentBelievesItsTeacherAndNotTheLabels() {
        Dataset wrong = TinyTexts.mislabelled(train);
        FineTuning student = training("student", recipe(30));

        student.run(base, course(wrong, new Distillation(2, 0, 1, 0, "", false)), () -> false);

        assertThat(last(student).validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void aStudentThatHearsLabelsAloneBelievesThem() {
        Dataset wrong = TinyTexts.mislabelled(train);
        FineTuning student = training("student", recipe(30));

        student.run(base, course(wrong, new Distillation(2, 1, 0, 0, "", false)), () -> false);

        assertThat(last(student).validationAccuracy()).isLessThan(0.1);
    }

    @Test
    void labelsAloneAreTheSameTrainingWithATeacherAsWithout() {
        FineTuning alone = training("alone", recipe(2));
        FineTuning ignored = training("ignored", recipe(2));

        alone.run(base, train, validation, () -> false);
        ignored.run(base, course(train, new Distillation(2, 1, 0, 0, "", false)), () -> false);

        assertThat(ignored.history().epochs()).isEqualTo(alone.history().epochs());
    }

    @Test
    void hiddenStatesOfTheTeacherMakeAnotherStudent() {
        FineTuning without = training("without", recipe(2));
        FineTuning with = training("with", recipe(2));

        without.run(base, course(train, new Distillation(2, 0.5, 0.5, 0, "", false)), () -> false);
        with.run(base, course(train, new Distillation(2, 0.5, 0.5, 1, "", false)), () -> false);

        assertThat(last(with).validationLoss()).isNotEqualTo(last(without).validationLoss());
        assertThat(last(with).trainingLoss()).isGreaterThan(last(without).trainingLoss());
    }

    @Test
    void textsThatTheTeacherIsNotAskedAboutTeachTheirLabels() {
        Example extra = new Example("the the me", Emotion.LOVE);
        String neutral = "they and you and me";
        TrainingTexts texts =
                new TrainingTexts(train, Collections.nCopies(30, extra), 1, Collections.nCopies(120, neutral), 2);
        FineTuning student = training("student", recipe(10));

        student.run(base, course(texts, Distillation.USUAL), () -> false);

        Checkpoint taught = saved("student", student);
        assertThat(read(taught, extra.text()).top()).isEqualTo(Emotion.LOVE);
        assertThat(read(taught, neutral).normalizedEntropy()).isGreaterThan(0.9);
    }

    private Checkpoint saved(String name, FineTuning training) {
        try (Weights best = training.openBest()) {
            return new ModelStore(folder.resolve("store")).save(new CheckpointId(name), base, best, WeightsFormat.F32);
        }
    }

    private static EmotionScores read(Checkpoint checkpoint, String text) {
        Dataset alone = new Dataset("alone", List.of(new Example(text, Emotion.JOY)));
        return Evaluator.predictions(checkpoint, alone, 1).get(0).scores();
    }

    @Test
    void aStoppedDistillationEndsWhereAnUnbrokenOneEnds() {
        FineTuning unbroken = training("unbroken", everything(4));
        Course course = course(train, Distillation.USUAL);
        unbroken.run(base, course, () -> false);

        int stops = 0;
        while (!training("stopped", everything(4)).run(base, course, after(17))) {
            stops++;
        }

        assertThat(stops).isGreaterThan(2);
        assertThat(training("stopped", everything(4)).history().epochs())
                .extracting(Epoch::validationLoss)
                .containsExactlyElementsOf(unbroken.history().epochs().stream()
                        .map(Epoch::validationLoss)
                        .toList());
    }

    @Test
    void anotherTeachingCannotBeResumedWith() {
        training("run", recipe(2)).run(base, course(train, Distillation.USUAL), after(5));

        assertThatThrownBy(() -> training("run", recipe(2)).run(base, train, validation, () -> false))
                .isInstanceOf(RunDescription.AnotherRun.class)
                .hasMessageStartingWith("the teacher was [teacher] Distillation[temperature=2.0");
    }

    private Course course(Dataset texts, Distillation distillation) {
        return course(TrainingTexts.of(texts), distillation);
    }

    private Course course(TrainingTexts texts, Distillation distillation) {
        return new Course(
                texts,
                validation,
                Optional.of(new Teacher(List.of(EnsembleMember.ofAll(teacher)), distillation)),
                Optional.empty());
    }

    private FineTuning training(String name, Hyperparameters recipe) {
        return new FineTuning(recipe, new Cadence(10, 20), folder.resolve(name), new Deaf());
    }

    private static Hyperparameters recipe(int epochs) {
        return new Hyperparameters(
                5e-3,
                16,
                64,
                epochs,
                10,
                AdamWConstants.PUBLISHED,
                new Dropout(0.1, 0.1, 0.1),
                1.0,
                42,
                40,
                Refinements.NONE);
    }

    private static Hyperparameters everything(int epochs) {
        Refinements none = Refinements.NONE;
        return recipe(epochs).with(new Refinements(0.9, 1, 0.1, 0.9, 1, none.decay(), none.twoLabels(), 0.5));
    }

    private static Epoch last(FineTuning training) {
        List<Epoch> epochs = training.history().epochs();
        return epochs.get(epochs.size() - 1);
    }

    private static BooleanSupplier after(int steps) {
        AtomicInteger left = new AtomicInteger(steps);
        return () -> left.decrementAndGet() == 0;
    }

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
