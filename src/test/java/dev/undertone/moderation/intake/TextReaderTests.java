package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.moderation.intake.Reading.Read;
import dev.undertone.moderation.intake.Reading.Unread;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextReaderTests {

    private static final ModerationSettings SETTINGS = new ModerationSettings(1, Duration.ofSeconds(1), 3);

    @Test
    void textsAreReadInCallsOfBoundedSizeAndAnsweredInOrder() {
        Faulty classifier = new Faulty(Faulty::calm);
        List<String> texts = IntStream.range(0, 7).mapToObj(i -> "t" + i).toList();
        assertThat(new TextReader(classifier, SETTINGS).read(texts)).hasSize(7).allMatch(Read.class::isInstance);
        assertThat(classifier.calls())
                .containsExactly(List.of("t0", "t1", "t2"), List.of("t3", "t4", "t5"), List.of("t6"));
    }

    @Test
    void whatTheModelSaidIsKeptWithItsCheckpoint() {
        Read read = (Read) reader(Faulty::calm).read(List.of("a")).get(0);
        assertThat(read.scoring().scores()).isEqualTo(Faulty.CALM);
        assertThat(read.scoring().checkpoint()).isEqualTo("faulty");
        assertThat(read.scoring().precision()).isEqualTo("fp32");
        assertThat(read.scoring().tokens()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource
    void aTextThatCannotBeReadIsSaidToBeUnread(Function<List<String>, List<Classification>> fault) {
        assertThat(reader(fault).read(List.of("a")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Unread.class,
                        unread -> assertThat(unread.why())
                                .startsWith("Not scored, so a person looks: ")
                                .doesNotContain("Exception", "java."));
    }

    static Stream<Named<Function<List<String>, List<Classification>>>> aTextThatCannotBeReadIsSaidToBeUnread() {
        return Stream.of(
                Named.of("unavailable", texts -> {
                    throw new ClassifierUnavailable("there is no model", Duration.ofSeconds(1));
                }),
                Named.of(
                        "no distribution",
                        texts -> List.of(new Classification(
                                Faulty.MODEL,
                                new EmotionScores(List.of(Double.NaN, 0.0, 0.0, 0.0, 0.0, 0.0)),
                                3,
                                java.util.Set.of(),
                                List.of()))),
                Named.of("any exception", texts -> {
                    throw new IllegalStateException("secret of the inside");
                }),
                Named.of("any error", texts -> {
                    throw new UnsatisfiedLinkError("libtorch");
                }),
                Named.of("no answer", texts -> List.of()),
                Named.of("too many answers", texts -> Faulty.calm(List.of("a", "b"))));
    }

    @Test
    void oneBadTextDoesNotCostTheOthersTheirScores() {
        TextReader reader = reader(texts -> {
            if (texts.contains("bad")) {
                throw new IllegalStateException("the bad one");
            }
            return Faulty.calm(texts);
        });
        List<Reading> readings = reader.read(List.of("a", "bad", "b", "c"));
        assertThat(readings).hasSize(4);
        assertThat(readings.get(0)).isInstanceOf(Read.class);
        assertThat(readings.get(1)).isInstanceOf(Unread.class);
        assertThat(readings.get(2)).isInstanceOf(Read.class);
        assertThat(readings.get(3)).isInstanceOf(Read.class);
    }

    @Test
    void aBusyModelIsNotAskedAgainForEachText() {
        Faulty busy = new Faulty(texts -> {
            throw new ClassifierUnavailable("busy", Duration.ofSeconds(1));
        });
        assertThat(new TextReader(busy, SETTINGS).read(List.of("a", "b", "c")))
                .hasSize(3)
                .allMatch(Unread.class::isInstance);
        assertThat(busy.calls()).hasSize(1);
    }

    private static TextReader reader(Function<List<String>, List<Classification>> answers) {
        return new TextReader(new Faulty(answers), SETTINGS);
    }
}
