package dev.undertone.classification.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.classification.WordWeight;
import dev.undertone.classification.text.CleanedText;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class FaithfulnessStudyTests {

    private static final List<String> TEXTS = List.of(
            "i hate the long wait at the station",
            "he was furious about a scratch on the door",
            "they hate and hate and never stop with it",
            "what a calm and furious evening by the lake");

    private final KeywordScores model =
            new KeywordScores(Map.of("hate", 2.0, "furious", 1.5, "never", 0.5, "calm", -1.0));
    private final Explainer explainer = new Explainer(model);

    @Test
    void topWordsOfAFaithfulExplainerCountMoreThanRandomOnes() {
        Faithfulness faithfulness = study(explainer::explain).measure(TEXTS, 42);
        assertThat(faithfulness.rows()).hasSize(3).allSatisfy(row -> {
            assertThat(row.texts()).isEqualTo(4);
            assertThat(row.top().value()).isGreaterThan(row.random().value());
            assertThat(row.difference().value())
                    .isCloseTo(row.top().value() - row.random().value(), within(1e-12));
        });
    }

    @Test
    void explainerThatTurnsItsWeightsAroundIsFoundOut() {
        BiFunction<CleanedText, EmotionScores, List<WordWeight>> liar =
                (text, scores) -> explainer.explain(text, scores).stream()
                        .map(word -> new WordWeight(word.start(), word.end(), -word.weight()))
                        .toList();
        assertThat(study(liar).measure(TEXTS, 42).rows())
                .allSatisfy(row -> assertThat(row.difference().value()).isNegative());
    }

    @Test
    void topFallIsThatOfTheTextWithoutItsStrongestWord() {
        String text = TEXTS.get(0);
        double fall = model.score(text).of(Emotion.ANGER)
                - model.score("i  the long wait at the station").of(Emotion.ANGER);
        Faithfulness.Row first =
                study(explainer::explain).measure(List.of(text), 1).rows().get(0);
        assertThat(first.k()).isEqualTo(1);
        assertThat(first.top().value()).isCloseTo(fall, within(1e-12));
        assertThat(first.top().standardError()).isZero();
    }

    @Test
    void textThatWouldBeBlankIsLeftOut() {
        Faithfulness faithfulness = study(explainer::explain).measure(List.of("hate it", "hate"), 1);
        assertThat(faithfulness.rows()).extracting(Faithfulness.Row::texts).containsExactly(1, 0, 0);
        assertThat(faithfulness.rows().get(1).top()).isEqualTo(new Faithfulness.Mean(0, 0));
    }

    @Test
    void sameSeedGivesTheSameFiguresAndAnotherSeedOthers() {
        FaithfulnessStudy study = study(explainer::explain);
        assertThat(study.measure(TEXTS, 7)).isEqualTo(study.measure(TEXTS, 7)).isNotEqualTo(study.measure(TEXTS, 8));
    }

    @Test
    void explanationThatNamesNoWordIsFoundOut() {
        FaithfulnessStudy study = study((text, scores) -> List.of(new WordWeight(0, 3, 0.5)));
        assertThatIllegalStateException()
                .isThrownBy(() -> study.measure(TEXTS, 1))
                .withMessageContaining("0..3");
    }

    @Test
    void standardErrorIsTheSampleDeviationByTheRootOfTheNumber() {
        Faithfulness.Mean mean = Faithfulness.Mean.of(List.of(1.0, 2.0, 3.0, 4.0));
        assertThat(mean.value()).isEqualTo(2.5);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
    }

    private FaithfulnessStudy study(BiFunction<CleanedText, EmotionScores, List<WordWeight>> explaining) {
        return new FaithfulnessStudy(model, explaining);
    }
}
