package dev.undertone.training.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.Weights;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.Fold;
import dev.undertone.training.recipe.Distillation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LectureTests {

    @TempDir
    private Path folder;

    @Test
    void answersAreThoseOfTheTeacherWhateverTheBatch() {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        List<String> texts = List.of("i feel very sad today", "happy", "they feel so loved now and so amazed", "you");

        try (TeacherAnswers answers = hold(List.of(checkpoint), texts, () -> false)) {
            for (int text = 0; text < texts.size(); text++) {
                List<float[]> expected = read(checkpoint, texts.get(text));
                assertClose(answers.logits(text), expected.get(0));
                assertClose(answers.state(0, text), expected.get(1));
                assertClose(answers.state(1, text), expected.get(2));
            }
        }
    }

    @Test
    void logitsOfTwoTeachersAreAveragedAndStatesAreTheFirstOnes() {
        Checkpoint one = TinyCheckpoint.in(folder.resolve("one"), 1);
        Checkpoint two = TinyCheckpoint.in(folder.resolve("two"), 2);
        float[] first = read(one, "i feel sad").get(0);
        float[] second = read(two, "i feel sad").get(0);
        float[] mean = new float[first.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (first[i] + second[i]) / 2;
        }

        try (TeacherAnswers answers = hold(List.of(one, two), List.of("i feel sad"), () -> false)) {
            assertClose(answers.logits(0), mean);
            assertClose(answers.state(1, 0), read(one, "i feel sad").get(2));
        }
    }

    @Test
    void aLectureThatIsStoppedGoesOnWhereItWas() {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        List<String> texts = IntStream.range(0, Lecture.CHUNK + 10)
                .mapToObj(i -> i % 2 == 0 ? "happy" : "sad")
                .toList();
        List<Integer> told = new ArrayList<>();
        Teacher teacher = new Teacher(List.of(EnsembleMember.ofAll(checkpoint)), Distillation.USUAL);
        Lecture lecture = new Lecture(folder.resolve("answers"), teacher, teacher.layers(checkpoint.config()), texts);

        assertThat(lecture.hold(told::add, () -> !told.isEmpty())).isEmpty();
        try (TeacherAnswers answers = lecture.hold(told::add, () -> false).orElseThrow()) {
            assertThat(told).containsExactly(Lecture.CHUNK, Lecture.CHUNK + 10);
            assertClose(
                    answers.logits(Lecture.CHUNK + 9), read(checkpoint, "sad").get(0));
        }
    }

    @Test
    void aMemberIsAskedOnlyAboutTheFoldThatItWasTrainedWithout() {
        Checkpoint one = TinyCheckpoint.in(folder.resolve("one"), 1);
        Checkpoint two = TinyCheckpoint.in(folder.resolve("two"), 2);
        Dataset train = new Dataset(
                "train", List.of(new Example("happy", Emotion.JOY), new Example("i feel sad", Emotion.SADNESS)));
        Teacher teacher = new Teacher(
                List.of(
                        EnsembleMember.withoutFold(one, new Fold(1, 2), train),
                        EnsembleMember.withoutFold(two, new Fold(2, 2), train)),
                Distillation.USUAL);

        try (TeacherAnswers answers = hold(teacher, List.of("happy", "i feel sad"), () -> false)) {
            assertClose(answers.logits(0), read(one, "happy").get(0));
            assertClose(answers.state(1, 0), read(one, "happy").get(2));
            assertClose(answers.logits(1), read(two, "i feel sad").get(0));
            assertClose(answers.state(1, 1), read(two, "i feel sad").get(2));
        }
    }

    @Test
    void statesOfAnotherWidthAreRefusedBeforeAnybodyIsAsked() {
        Checkpoint wide = TinyCheckpoint.in(folder.resolve("wide"));
        EncoderConfig its = wide.config();
        EncoderConfig narrow = new EncoderConfig(
                its.vocabularySize(), its.maxPositions(), 2, its.hidden() / 2, 3, its.feedForward(), its.labels());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Teacher(List.of(EnsembleMember.ofAll(wide)), Distillation.USUAL).layers(narrow))
                .withMessage("--teacher wide has hidden states of 24 numbers and the student's are 12;"
                        + " choose another, or --alpha-hidden 0");
        assertThat(new Teacher(List.of(EnsembleMember.ofAll(wide)), new Distillation(2, 1, 1, 0, "", false))
                        .layers(narrow)
                        .teacherLayers())
                .containsExactly(0, 1);
    }

    private TeacherAnswers hold(List<Checkpoint> checkpoints, List<String> texts, BooleanSupplier stop) {
        List<EnsembleMember> members =
                checkpoints.stream().map(EnsembleMember::ofAll).toList();
        return hold(new Teacher(members, Distillation.USUAL), texts, stop);
    }

    private TeacherAnswers hold(Teacher teacher, List<String> texts, BooleanSupplier stop) {
        LayerMap layers = teacher.layers(teacher.members().get(0).checkpoint().config());
        return new Lecture(folder.resolve("answers"), teacher, layers, texts)
                .hold(done -> {}, stop)
                .orElseThrow();
    }

    private static List<float[]> read(Checkpoint checkpoint, String text) {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
                Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE)) {
            return model.read(List.of(tokenizer.encode(text))).outputs();
        }
    }

    private static void assertClose(float[] some, float[] expected) {
        assertThat(some).hasSameSizeAs(expected);
        for (int i = 0; i < some.length; i++) {
            assertThat(some[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }
}
