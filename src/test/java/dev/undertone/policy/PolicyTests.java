package dev.undertone.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How rules become a verdict: each at its threshold, and all of them together. */
final class PolicyTests {

    private static final Verdict ALLOW = new Verdict.Allow();
    private static final Verdict BLOCK = new Verdict.Block();
    private static final Verdict CARE = new Verdict.Hold(QueueName.CARE);
    private static final Verdict CONDUCT = new Verdict.Hold(QueueName.CONDUCT);

    @Test
    void angerIsHeldForConductFromEightyPercentOn() {
        Judgement judgement = Policy.standard().judge(feeling(Emotion.ANGER, 0.8));

        assertThat(judgement.verdict()).isEqualTo(CONDUCT);
        assertThat(judgement.queue()).contains(QueueName.CONDUCT);
    }

    @Test
    void angerIsAllowedTheLeastBitBelow() {
        Judgement judgement = Policy.standard().judge(feeling(Emotion.ANGER, Math.nextDown(0.8)));

        assertThat(judgement.verdict()).isEqualTo(ALLOW);
        assertThat(judgement.queue()).isEmpty();
        assertThat(judgement.reasons()).isEmpty();
    }

    @Test
    void fearIsHeldForCareFromEightyPercentOn() {
        assertThat(Policy.standard().judge(feeling(Emotion.FEAR, 0.8)).verdict())
                .isEqualTo(CARE);
        assertThat(Policy.standard()
                        .judge(feeling(Emotion.FEAR, Math.nextDown(0.8)))
                        .verdict())
                .isEqualTo(ALLOW);
    }

    @Test
    void whatTheModelIsUnsureOfIsHeldForUncertain() {
        Verdict uncertain = new Verdict.Hold(QueueName.UNCERTAIN);

        assertThat(Policy.standard().judge(noticed(Notice.UNCERTAIN)).verdict()).isEqualTo(uncertain);
        assertThat(Policy.standard().judge(noticed(Notice.NOT_ENGLISH)).verdict())
                .isEqualTo(uncertain);
    }

    @Test
    void otherNoticesAloneHoldNothing() {
        for (Notice notice : List.of(Notice.SHORT_TEXT, Notice.TRUNCATED, Notice.OBFUSCATED)) {
            assertThat(Policy.standard().judge(noticed(notice)).verdict()).isEqualTo(ALLOW);
        }
    }

    @Test
    void theDefaultPolicyBlocksNothing() {
        assertThat(Policy.standard().rules()).extracting(Rule::then).doesNotContain(BLOCK);
    }

    @Test
    void theReasonNamesEmotionScoreThresholdAndMargin() {
        Judgement judgement = Policy.standard().judge(feeling(Emotion.ANGER, 0.9312));

        assertThat(judgement.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("anger");
            assertThat(reason.text())
                    .isEqualTo("The rule \"anger\" says hold for conduct: anger is 0.9312, which is 0.1312 above the"
                            + " threshold of 0.80.");
            assertThat(reason.measure()).contains(new Reason.Measure(Emotion.ANGER, 0.9312, 0.8));
        });
    }

    @Test
    void theReasonOfSeveralConditionsNamesThemAll() {
        Rule rule = new Rule(
                "short rage",
                List.of(
                        new Condition.HasNotice(Notice.SHORT_TEXT),
                        new Condition.EmotionAtLeast(Emotion.ANGER, 0.5),
                        new Condition.InChannel(Set.of("forum")),
                        new Condition.LengthBetween(1, 30)),
                BLOCK,
                2);
        Evidence evidence = new Evidence(feeling(Emotion.ANGER, 0.75).scores(), Set.of(Notice.SHORT_TEXT), "forum", 12);

        assertThat(new Policy(List.of(rule)).judge(evidence).reasons().get(0).text())
                .isEqualTo(
                        "The rule \"short rage\" says block: the text is very short, and anger is 0.75, which is 0.25"
                                + " above the threshold of 0.50, and it was posted in forum, and it is 12 characters long.");
    }

    @Test
    void oneConditionThatDoesNotHoldKeepsARuleFromFiring() {
        Rule rule = new Rule(
                "rage elsewhere",
                List.of(new Condition.EmotionAtLeast(Emotion.ANGER, 0.5), new Condition.InChannel(Set.of("chat"))),
                BLOCK,
                1);

        assertThat(new Policy(List.of(rule)).judge(feeling(Emotion.ANGER, 0.9)).verdict())
                .isEqualTo(ALLOW);
    }

    @Test
    void ofHoldAndBlockTheHoldWins() {
        assertThat(said(BLOCK, CARE)).isEqualTo(new Outcome(CARE, Optional.of(QueueName.CARE)));
    }

    @Test
    void ofAllowAndHoldTheAllowWinsAndAPersonLooksWhereItWouldHaveBeenHeld() {
        assertThat(said(CARE, ALLOW)).isEqualTo(new Outcome(ALLOW, Optional.of(QueueName.CARE)));
    }

    @Test
    void ofAllowAndBlockTheAllowWinsAndAPersonLooks() {
        assertThat(said(BLOCK, ALLOW)).isEqualTo(new Outcome(ALLOW, Optional.of(QueueName.UNCERTAIN)));
    }

    @Test
    void ofAllThreeAPersonLooksWhereItWouldHaveBeenHeld() {
        assertThat(said(BLOCK, CARE, ALLOW)).isEqualTo(new Outcome(ALLOW, Optional.of(QueueName.CARE)));
    }

    @Test
    void ofTwoHoldsTheFirstNamesTheQueue() {
        assertThat(said(CONDUCT, CARE).queue()).contains(QueueName.CONDUCT);
        assertThat(said(CARE, CONDUCT).queue()).contains(QueueName.CARE);
    }

    @Test
    void rulesThatAgreeToAllowSendNobodyToLook() {
        assertThat(said(ALLOW, ALLOW)).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void whereRulesDisagreeTheReasonComesFirstForWhichAPersonLooks() {
        assertThat(saying(ALLOW, BLOCK, CARE).judge(feeling(Emotion.JOY, 1)).reasons())
                .extracting(Reason::rule)
                .containsExactly("rule 2", "rule 0", "rule 1");
        assertThat(saying(ALLOW, BLOCK).judge(feeling(Emotion.JOY, 1)).reasons())
                .extracting(Reason::rule)
                .containsExactly("rule 1", "rule 0");
        assertThat(saying(ALLOW, ALLOW).judge(feeling(Emotion.JOY, 1)).reasons())
                .extracting(Reason::rule)
                .containsExactly("rule 0", "rule 1");
    }

    @Test
    void theWeightIsThatOfTheRuleForWhichAPersonLooks() {
        Condition always = new Condition.LengthBetween(0, 100);
        Policy policy = new Policy(
                List.of(new Rule("allow", List.of(always), ALLOW, 7), new Rule("hold", List.of(always), CARE, 3)));

        assertThat(policy.judge(feeling(Emotion.JOY, 1)).weight()).isEqualTo(3);
    }

    @Test
    void theReasonOfTheDecidingRuleComesFirst() {
        Judgement judgement = saying(BLOCK, CARE, CONDUCT).judge(feeling(Emotion.JOY, 1));

        assertThat(judgement.reasons()).extracting(Reason::rule).containsExactly("rule 1", "rule 0", "rule 2");
    }

    @Test
    void theWeightIsThatOfTheDecidingRule() {
        Condition always = new Condition.LengthBetween(0, 100);
        Policy policy = new Policy(
                List.of(new Rule("block", List.of(always), BLOCK, 7), new Rule("hold", List.of(always), CARE, 3)));

        assertThat(policy.judge(feeling(Emotion.JOY, 1)).weight()).isEqualTo(3);
    }

    @Test
    void aPolicyHasAtMostAHundredRules() {
        saying(IntStream.range(0, 100).mapToObj(i -> BLOCK).toArray(Verdict[]::new));

        assertThatThrownBy(() ->
                        saying(IntStream.range(0, 101).mapToObj(i -> BLOCK).toArray(Verdict[]::new)))
                .hasMessage("the policy has 101 rules, expected at most 100");
    }

    @Test
    void whatItsRulesLookAtIsKnown() {
        assertThat(Policy.standard().aspects())
                .containsExactlyInAnyOrder(
                        new Aspect.Probability(Emotion.ANGER),
                        new Aspect.Probability(Emotion.FEAR),
                        Aspect.Circumstance.NOTICES);
        assertThat(new Policy(List.of()).aspects()).isEmpty();
        for (Condition ofAll : List.of(new Condition.MarginBelow(0.1), new Condition.EntropyAtLeast(0.9))) {
            assertThat(ofAll.aspects())
                    .containsExactlyInAnyOrderElementsOf(Emotion.inOrder().stream()
                            .map(Aspect.Probability::new)
                            .toList());
        }
        assertThat(new Condition.InChannel(Set.of("forum")).aspects()).containsExactly(Aspect.Circumstance.CHANNEL);
        assertThat(new Condition.LengthBetween(0, 1).aspects()).containsExactly(Aspect.Circumstance.LENGTH);
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        Rule rule = Rule.of("twice", new Condition.LengthBetween(0, 1), ALLOW);

        assertThatThrownBy(() -> new Policy(List.of(rule, rule))).hasMessage("two rules are called \"twice\"");
    }

    private static Outcome said(Verdict... verdicts) {
        Evidence evidence = feeling(Emotion.JOY, 1);
        Judgement judgement = saying(verdicts).judge(evidence);
        assertThat(saying(verdicts).outcome(evidence)).isEqualTo(new Outcome(judgement.verdict(), judgement.queue()));
        return new Outcome(judgement.verdict(), judgement.queue());
    }

    /** Rules that always fire, in this order. */
    private static Policy saying(Verdict... verdicts) {
        return new Policy(IntStream.range(0, verdicts.length)
                .mapToObj(i -> Rule.of("rule " + i, new Condition.LengthBetween(0, 100), verdicts[i]))
                .toList());
    }

    private static Evidence feeling(Emotion emotion, double probability) {
        double rest = (1 - probability) / 5;
        List<Double> scores = Emotion.inOrder().stream()
                .map(each -> each == emotion ? probability : rest)
                .toList();
        return new Evidence(new EmotionScores(scores), Set.of(), "forum", 20);
    }

    private static Evidence noticed(Notice notice) {
        return new Evidence(feeling(Emotion.JOY, 0.6).scores(), Set.of(notice), "forum", 20);
    }
}
