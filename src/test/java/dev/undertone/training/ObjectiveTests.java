package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.data.Lesson;
import dev.undertone.training.data.Lesson.Source;
import dev.undertone.training.recipe.DecayShape;
import dev.undertone.training.recipe.Distillation;
import dev.undertone.training.recipe.Refinements;
import dev.undertone.training.recipe.TwoLabels;
import dev.undertone.training.teacher.EnsembleMember;
import dev.undertone.training.teacher.Lecture;
import dev.undertone.training.teacher.Teacher;
import dev.undertone.training.teacher.TeacherAnswers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loss of two rows, beside the same worked out from its formula in double precision. */
final class ObjectiveTests {

    private static final double CLOSE = 2e-6;
    private static final double[] ONE = {2, -1, 0.5, 0, 1, -2};
    private static final double[] OTHER = {-0.5, 1.5, 0, 3, -1, 0.25};

    @TempDir
    private Path folder;

    private final NDManager manager = NDManager.newBaseManager();
    private Checkpoint master;

    @BeforeEach
    void open() {
        master = TinyCheckpoint.in(folder.resolve("master"));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void smoothedLabelsAreSharesOfWhatIsExpected() {
        List<EncodedLesson> rows = rows(lesson(Emotion.SADNESS, 1, Source.MAIN), lesson(Emotion.LOVE, 3, Source.EXTRA));

        double loss = loss(Objective.labels(refinements(0, 0.3)), logits(ONE, OTHER), rows);

        double[] first = smoothed(Emotion.SADNESS, 0.3);
        double[] second = smoothed(Emotion.LOVE, 0.3);
        assertThat(loss)
                .isCloseTo((cross(first, softmax(ONE, 1)) + 3 * cross(second, softmax(OTHER, 1))) / 2, within(CLOSE));
    }

    @Test
    void twoPassesAreHeldTogetherFromBothSides() {
        Lesson lesson = lesson(Emotion.FEAR, 1, Source.MAIN);
        double[] label = smoothed(Emotion.FEAR, 0);
        double[] p = softmax(ONE, 1);
        double[] q = softmax(OTHER, 1);

        double loss = loss(Objective.labels(refinements(0.7, 0)), logits(ONE, OTHER), rows(lesson, lesson));

        double between = (divergence(p, q) + divergence(q, p)) / 2;
        assertThat(loss).isCloseTo((cross(label, p) + cross(label, q)) / 2 + 0.7 * between, within(CLOSE));
    }

    @Test
    void aTeachersAnswersCountAsTheirTemperatureSquared() {
        List<EncodedLesson> rows = rows(lesson(Emotion.ANGER, 1, Source.MAIN), lesson(Emotion.JOY, 2, Source.EXTRA));
        try (TeacherAnswers answers = answers("so angry", "happy")) {
            Distillation both = new Distillation(3, 0.4, 0.6, 0, "", true);

            double loss = loss(Objective.teacher(Refinements.NONE, both, answers), logits(ONE, OTHER), rows);

            double hard = cross(smoothed(Emotion.ANGER, 0), softmax(ONE, 1))
                    + 2 * cross(smoothed(Emotion.JOY, 0), softmax(OTHER, 1));
            double soft = divergence(softmax(doubles(answers.logits(0)), 3), softmax(ONE, 3))
                    + 2 * divergence(softmax(doubles(answers.logits(1)), 3), softmax(OTHER, 3));
            assertThat(loss).isCloseTo((0.4 * hard + 9 * 0.6 * soft) / 2, within(10 * CLOSE));
        }
    }

    @Test
    void statesAreTurnedTowardsTheTeachersAndOnlyWhereItWasAsked() {
        List<EncodedLesson> rows = rows(lesson(Emotion.ANGER, 1, Source.MAIN), lesson(Emotion.JOY, 1, Source.NEUTRAL));
        int width = master.config().hidden();
        double[] state = IntStream.range(0, width).mapToDouble(Math::cos).toArray();
        double[] upper = IntStream.range(0, width).mapToDouble(Math::sin).toArray();
        try (TeacherAnswers answers = answers("so angry")) {
            Distillation hidden = new Distillation(1, 1, 0, 0.5, "", false);
            NDList output = new NDList(logits(ONE, OTHER), logits(state, state), logits(upper, upper));

            double loss = Objective.teacher(Refinements.NONE, hidden, answers)
                    .loss(output, rows)
                    .getFloat();

            double hard = cross(smoothed(Emotion.ANGER, 0), softmax(ONE, 1))
                    + cross(smoothed(Emotion.JOY, 0), softmax(OTHER, 1));
            double turned =
                    1 - cosine(state, doubles(answers.state(0, 0))) + 1 - cosine(upper, doubles(answers.state(1, 0)));
            assertThat(loss).isCloseTo(hard / 2 + 0.5 * turned / 2 / 2, within(10 * CLOSE));
        }
    }

    private TeacherAnswers answers(String... texts) {
        Teacher teacher = new Teacher(List.of(EnsembleMember.ofAll(master)), new Distillation(1, 1, 1, 1, "", false));
        return new Lecture(folder.resolve("answers"), teacher, teacher.layers(master.config()), List.of(texts))
                .hold(done -> {}, () -> false)
                .orElseThrow();
    }

    private static double loss(Objective objective, NDArray logits, List<EncodedLesson> rows) {
        return objective.loss(new NDList(logits), rows).getFloat();
    }

    private NDArray logits(double[]... rows) {
        float[][] floats = new float[rows.length][rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length; i++) {
                floats[row][i] = (float) rows[row][i];
            }
        }
        return manager.create(floats);
    }

    private static Refinements refinements(double rDrop, double smoothing) {
        return new Refinements(0, rDrop, smoothing, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0);
    }

    private static List<EncodedLesson> rows(Lesson... lessons) {
        return IntStream.range(0, lessons.length)
                .mapToObj(number -> new EncodedLesson(lessons[number], number, 4))
                .toList();
    }

    private static Lesson lesson(Emotion emotion, double weight, Source source) {
        List<Double> target = new ArrayList<>(Collections.nCopies(6, 0.0));
        target.set(emotion.id(), 1.0);
        return new Lesson("text", new EmotionScores(target), weight, source);
    }

    private static double[] smoothed(Emotion emotion, double share) {
        return IntStream.range(0, 6)
                .mapToDouble(label -> share / 6 + (label == emotion.id() ? 1 - share : 0))
                .toArray();
    }

    private static double[] softmax(double[] logits, double temperature) {
        double sum = 0;
        double[] all = new double[logits.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.exp(logits[i] / temperature);
            sum += all[i];
        }
        for (int i = 0; i < all.length; i++) {
            all[i] /= sum;
        }
        return all;
    }

    private static double cross(double[] target, double[] probabilities) {
        return -IntStream.range(0, target.length)
                .mapToDouble(i -> target[i] * Math.log(probabilities[i]))
                .sum();
    }

    private static double divergence(double[] of, double[] from) {
        return cross(of, from) - cross(of, of);
    }

    private static double cosine(double[] one, double[] other) {
        return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    private static double[] doubles(float[] floats) {
        return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
    }
}
