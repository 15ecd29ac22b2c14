package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.emotion.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PooledClassifierTests {

    private static final List<String> TEXTS = List.of(
            "i feel so happy today",
            "i am angry",
            "they feel afraid and very sad now",
            "it",
            "you am the a and so very!");

    @TempDir
    private Path folder;

    private PooledClassifier classifier;

    @BeforeEach
    void load() {
        classifier = new PooledClassifier(TinyCheckpoint.in(folder.resolve("tiny")), settings(64));
    }

    @AfterEach
    void free() {
        classifier.close();
    }

    @Test
    void textsTogetherScoreAsEachAlone() {
        List<Classification> together = classifier.classify(TEXTS, Explanation.NONE);

        for (int i = 0; i < TEXTS.size(); i++) {
            Classification alone =
                    classifier.classify(List.of(TEXTS.get(i)), Explanation.NONE).get(0);
            assertThat(together.get(i).scores()).isEqualTo(alone.scores());
            assertThat(together.get(i).tokens()).isEqualTo(alone.tokens());
        }
    }

    @Test
    void aTextCannotEndItselfWithTheNameOfASpecialToken() {
        List<Classification> both =
                classifier.classify(List.of("i am [SEP] angry", "i am [ sep ] angry"), Explanation.NONE);

        assertThat(both.get(0).scores()).isEqualTo(both.get(1).scores());
        assertThat(both.get(0).tokens()).isEqualTo(both.get(1).tokens()).isEqualTo(8);
    }

    @Test
    void aTextLongerThanTheNetworkIsReadToItsEndAndSaysSo() {
        String calm = "i feel so happy today ".repeat(40);

        Classification one =
                classifier.classify(List.of(calm), Explanation.NONE).get(0);
        Classification other = classifier
                .classify(List.of(calm + "angry ".repeat(40)), Explanation.NONE)
                .get(0);

        assertThat(one.notices()).contains(Notice.TRUNCATED);
        assertThat(one.tokens()).isEqualTo(202);
        assertThat(other.scores()).isNotEqualTo(one.scores());
    }

    @Test
    void hiddenCharactersDoNotChangeTheScoresAndAreNoticed() {
        Classification plain =
                classifier.classify(List.of("i feel angry"), Explanation.NONE).get(0);
        Classification hidden = classifier
                .classify(List.of("i feel an\u200bgry"), Explanation.NONE)
                .get(0);

        assertThat(hidden.scores()).isEqualTo(plain.scores());
        assertThat(hidden.notices()).contains(Notice.OBFUSCATED);
        assertThat(plain.notices()).doesNotContain(Notice.OBFUSCATED);
    }

    @Test
    void wordsComeOnlyWhenAskedForAndPointIntoTheTextAsSent() {
        String text = "i feel an\u200bgry!";

        assertThat(classifier.classify(List.of(text), Explanation.NONE).get(0).words())
                .isEmpty();
        assertThat(classifier.classify(List.of(text), Explanation.WORDS).get(0).words())
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("i", "feel", "an\u200bgry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\ud800", "\udc00 \ud83d", "\u200b", "🙂", "\uffff", "ﷺ", "é̷̢"})
    void strangeCharactersAreReadLikeAnyOther(String text) {
        Classification classification =
                classifier.classify(List.of(text), Explanation.WORDS).get(0);

        assertThat(classification.scores().probabilities()).hasSize(6);
        assertThat(classification.notices()).contains(Notice.SHORT_TEXT);
    }

    @Test
    void aWordIsReadWhateverEmojiStandsBesideIt() {
        List<Classification> both = classifier.classify(
                List.of("i am angry\uD83D\uDE21", "i am angry \uD83D\uDE21", "i am \uD83D\uDE21"), Explanation.NONE);

        assertThat(both.get(0).scores()).isEqualTo(both.get(1).scores());
        assertThat(both.get(0).scores()).isNotEqualTo(both.get(2).scores());
    }

    @Test
    void moreThanCanBeReadInTimeIsRefusedAtOnceButNotAsWorkThatMakesWay() {
        List<String> much =
                IntStream.range(0, 76).mapToObj(i -> i + " angry".repeat(3_300)).toList();

        assertThatThrownBy(() -> classifier.classify(much, Explanation.NONE))
                .isInstanceOf(TooMuchAtOnce.class)
                .hasMessageContaining("at most 1,500,000 are read at once");
        assertThat(classifier.forBulk().classify(much, Explanation.NONE)).hasSize(76);
    }

    /** Much to read is a long text, or a short one of which every word is asked about. */
    @ParameterizedTest
    @EnumSource
    void thoseWhoSendMuchLeaveRoomForTheOthers(Explanation explanation) throws Exception {
        String much = "i am so very angry now ".repeat(explanation == Explanation.WORDS ? 8 : 600);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        AtomicInteger refused = new AtomicInteger();
        try (PooledClassifier four = new PooledClassifier(TinyCheckpoint.in(folder.resolve("four")), settings(4))) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                String mine = caller + " " + much;
                calls.add(callers.submit(() -> {
                    start.await();
                    for (int i = 0; i < 20; i++) {
                        try {
                            four.classify(List.of(mine), explanation);
                        } catch (ClassifierUnavailable full) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            start.countDown();
            while (calls.stream().anyMatch(call -> !call.isDone())) {
                assertThat(four.classify(List.of("i feel"), Explanation.NONE)).hasSize(1);
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(refused.get()).isPositive();
    }

    @Test
    void aBlankTextIsTheCallersMistake() {
        assertThatThrownBy(() -> classifier.classify(List.of("i feel", " \n"), Explanation.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallTooManyIsRefusedAtOnceAndTheOthersAreAnswered() throws Exception {
        List<String> many = Collections.nCopies(400, "i feel so happy today");
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (PooledClassifier narrow = new PooledClassifier(TinyCheckpoint.in(folder.resolve("narrow")), settings(1))) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> calls = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(i -> calls.add(callers.submit(() -> {
                        start.await();
                        try {
                            assertThat(narrow.classify(many, Explanation.NONE)).hasSize(400);
                            answered.incrementAndGet();
                        } catch (ClassifierUnavailable full) {
                            assertThat(full.retryAfter()).isEqualTo(Duration.ofSeconds(2));
                            refused.incrementAndGet();
                        }
                        return null;
                    })));
            start.countDown();
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(answered.get()).isPositive();
        assertThat(refused.get()).isPositive();
        assertThat(answered.get() + refused.get()).isEqualTo(8);
    }

    private ClassificationSettings settings(int calls) {
        return SmallSettings.in(folder, calls);
    }
}
