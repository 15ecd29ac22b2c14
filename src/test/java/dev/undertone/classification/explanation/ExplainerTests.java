package dev.undertone.classification.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.classification.WordWeight;
import dev.undertone.classification.serving.Unanswered;
import dev.undertone.classification.text.CleanedText;
import dev.undertone.classification.text.TextCleaner;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTests {

    private final KeywordScores model = new KeywordScores(Map.of("hate", 2.0, "furious", 1.0, "calm", -1.0));
    private final Explainer explainer = new Explainer(model);

    @Test
    void weightIsTheFallOfTheWinnerWithoutTheWord() {
        String text = "I hate mondays, calm ones too";
        List<WordWeight> words = explain(text);
        assertThat(words).hasSize(6);
        double anger = model.score(text).of(Emotion.ANGER);
        double without = model.score("I  mondays, calm ones too").of(Emotion.ANGER);
        assertThat(weightOf("hate", text, words)).isCloseTo(anger - without, within(1e-12));
        assertThat(weightOf("calm", text, words)).isNegative();
        assertThat(weightOf("mondays", text, words)).isZero();
    }

    @Test
    void everyWordOfAShortTextIsLeftOutInOneBatch() {
        explain(numbered(Explainer.EXACT_WORDS));
        assertThat(model.batches).hasSize(1);
        assertThat(model.batches.get(0)).hasSize(Explainer.EXACT_WORDS);
    }

    @Test
    void offsetsPointIntoTheTextAsSent() {
        String sent = "I h a t\u200B e mondays";
        CleanedText text = new TextCleaner().clean(sent);
        WordWeight strongest = explainer.explain(text, model.score(text.text())).stream()
                .max(Comparator.comparingDouble(WordWeight::weight))
                .orElseThrow();
        assertThat(sent.substring(strongest.start(), strongest.end())).isEqualTo("h a t\u200B e");
    }

    @Test
    void onlyWordIsWeighedAgainstKnowingNothing() {
        List<WordWeight> words = explain("  hate ");
        assertThat(words).hasSize(1);
        assertThat(words.get(0).weight()).isCloseTo(model.score("hate").of(Emotion.ANGER) - 1.0 / 6, within(1e-12));
        assertThat(model.batches).isEmpty();
    }

    @Test
    void emojiAreWeighedLikeWords() {
        List<WordWeight> words = explain("\uD83D\uDE21\uD83D\uDE21 hate");
        assertThat(words).extracting(WordWeight::start).containsExactly(0, 2, 5);
        assertThat(explain("\uD83D\uDE21")).hasSize(1);
    }

    @Test
    void textWithoutWordsHasNothingToExplain() {
        assertThat(explain("?! ...")).isEmpty();
        assertThat(model.batches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 60, 97, 400, 3_000})
    void textsScoredForALongTextAreBounded(int words) {
        explain(numbered(words));
        assertThat(model.textsScored()).isBetween(Subdivision.FIRST_SEGMENTS, Explainer.BUDGET);
        assertThat(model.batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, Explainer.EXACT_WORDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatWasFoundWhenNobodyWaitsAnyMoreIsTheAnswer(int answeredBatches) {
        String text = numbered(30) + " hate " + numbered(30);
        Explainer hurried = new Explainer(texts -> {
            if (model.batches.size() == answeredBatches) {
                throw Unanswered.late();
            }
            return model.apply(texts);
        });
        List<WordWeight> words = hurried.explain(new TextCleaner().clean(text), model.score(text));
        assertThat(words).hasSizeLessThan(explain(text).size());
        assertThat(words.isEmpty()).isEqualTo(answeredBatches == 1);
    }

    @Test
    void aShortTextThatNobodyWaitsForAnyMoreHasNoWords() {
        Explainer late = new Explainer(texts -> {
            throw Unanswered.late();
        });
        assertThat(late.explain(new TextCleaner().clean("I hate mondays"), model.score("I hate mondays")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 200, 1_000, 3_000})
    void wordsThatCountAreFoundInALongText(int length) {
        String text = numbered(length / 2) + " hate " + numbered(length / 3) + " furious " + numbered(length / 6);
        List<WordWeight> words = explain(text);
        assertThat(weightOf("hate", text, words)).isGreaterThan(weightOf("furious", text, words));
        assertThat(weightOf("furious", text, words)).isPositive();
        assertThat(words).isSortedAccordingTo(Comparator.comparingInt(WordWeight::start));
    }

    @Test
    void exactAndSubdividedWeightsOfAWordAreTheSame() {
        String text = numbered(70) + " hate";
        double exact =
                model.score(text).of(Emotion.ANGER) - model.score(numbered(70)).of(Emotion.ANGER);
        assertThat(weightOf("hate", text, explain(text))).isCloseTo(exact, within(1e-12));
    }

    @Test
    void flatLongTextStillEndsInSingleWords() {
        assertThat(explain(numbered(2_000)))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(word.weight()).isZero());
    }

    @Test
    void scoringFunctionThatLosesATextIsFoundOut() {
        Explainer broken = new Explainer(texts -> List.of());
        EmotionScores scores = model.score("I hate it");
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.explain(CleanedText.unchanged("I hate it"), scores))
                .withMessage("the scoring function gave 0 scores for 3 texts");
    }

    private List<WordWeight> explain(String text) {
        return explainer.explain(CleanedText.unchanged(text), model.score(text));
    }

    private static String numbered(int words) {
        return IntStream.range(0, words).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static double weightOf(String word, String text, List<WordWeight> words) {
        return words.stream()
                .filter(weight -> text.substring(weight.start(), weight.end()).equals(word))
                .mapToDouble(WordWeight::weight)
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + " was not weighed"));
    }
}
