package dev.undertone.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each condition at its border, and the values that no condition or rule may have. */
final class ConditionTests {

    private static final Verdict ALLOW = new Verdict.Allow();

    @Test
    void theMarginMustBeBelowItsLimit() {
        Evidence evidence = with(0, 0.5, 0.25, 0.25, 0, 0);

        assertThat(new Condition.MarginBelow(Math.nextUp(0.25)).holds(evidence)).isTrue();
        assertThat(new Condition.MarginBelow(0.25).holds(evidence)).isFalse();
    }

    @Test
    void theEntropyReachesItsThreshold() {
        Evidence evidence = with(0.5, 0.1, 0.1, 0.1, 0.1, 0.1);
        double entropy = evidence.scores().normalizedEntropy();

        assertThat(new Condition.EntropyAtLeast(entropy).holds(evidence)).isTrue();
        assertThat(new Condition.EntropyAtLeast(Math.nextUp(entropy)).holds(evidence))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void bothEndsOfALengthBelongToIt(int length) {
        assertThat(new Condition.LengthBetween(10, 20).holds(ofLength(length))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 21})
    void whatLiesBesideALengthDoesNot(int length) {
        assertThat(new Condition.LengthBetween(10, 20).holds(ofLength(length))).isFalse();
    }

    @Test
    void aChannelIsOneOfThoseNamed() {
        assertThat(new Condition.InChannel(Set.of("chat", "forum")).holds(ofLength(1)))
                .isTrue();
        assertThat(new Condition.InChannel(Set.of("chat")).holds(ofLength(1))).isFalse();
    }

    @Test
    void aNoticeIsThereOrNot() {
        Evidence evidence = new Evidence(ofLength(1).scores(), Set.of(Notice.OBFUSCATED), "forum", 1);

        assertThat(new Condition.HasNotice(Notice.OBFUSCATED).holds(evidence)).isTrue();
        assertThat(new Condition.HasNotice(Notice.UNCERTAIN).holds(evidence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, Double.POSITIVE_INFINITY})
    void aThresholdIsAProbability(double wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.EmotionAtLeast(Emotion.FEAR, wrong))
                .withMessage("the threshold of fear is " + wrong + ", expected 0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.MarginBelow(wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.EntropyAtLeast(wrong));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightGoesFromZeroToTen(double wrong) {
        Condition condition = new Condition.LengthBetween(0, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule("rule", List.of(condition), ALLOW, wrong))
                .withMessage("the weight is " + wrong + ", expected 0 to 10");
        assertThat(new Rule("rule", List.of(condition), ALLOW, 10).weight()).isEqualTo(10);
    }

    @Test
    void aRuleHasOneToTwentyConditions() {
        Condition condition = new Condition.LengthBetween(0, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Rule("rule", List.of(), ALLOW, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule("rule", Collections.nCopies(21, condition), ALLOW, 1))
                .withMessage("the rule has 21 conditions, expected 1 to 20");
        assertThat(new Rule("rule", Collections.nCopies(20, condition), ALLOW, 1).when())
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a\nb", "\"", "-a"})
    void aRulesNameIsReadable(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.of(wrong, new Condition.LengthBetween(0, 1), ALLOW));
    }

    @Test
    void noTextHasALengthOutsideItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.LengthBetween(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.LengthBetween(6, 5));
    }

    @Test
    void channelsAreAFewNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.InChannel(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.InChannel(Set.of(" ")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.InChannel(Set.of("x".repeat(101))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.InChannel(
                        IntStream.range(0, 51).mapToObj(i -> "c" + i).collect(Collectors.toSet())));
    }

    private static Evidence ofLength(int length) {
        return new Evidence(with(1, 0, 0, 0, 0, 0).scores(), Set.of(), "forum", length);
    }

    private static Evidence with(double... scores) {
        List<Double> all = Arrays.stream(scores).boxed().toList();
        return new Evidence(new EmotionScores(all), Set.of(), "forum", 20);
    }
}
