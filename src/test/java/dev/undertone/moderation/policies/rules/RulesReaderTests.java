package dev.undertone.moderation.policies.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Rules as people write them: read and written without loss, and refused with the place that is wrong. */
final class RulesReaderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aRuleReadsLikeASentence() {
        Policy policy = read("[{'name':'anger','when':[{'emotion':'anger','atLeast':0.8}],'then':{'hold':'conduct'}}]");

        assertThat(policy)
                .isEqualTo(new Policy(List.of(Rule.of(
                        "anger",
                        new Condition.EmotionAtLeast(Emotion.ANGER, 0.8),
                        new Verdict.Hold(QueueName.CONDUCT)))));
    }

    @Test
    void everyKindOfRuleComesBackAsItWas() {
        Policy policy = new Policy(List.of(
                new Rule(
                        "all of it",
                        List.of(
                                new Condition.EmotionAtLeast(Emotion.FEAR, Math.nextUp(0.8)),
                                new Condition.HasNotice(Notice.SHORT_TEXT),
                                new Condition.InChannel(Set.of("forum", "chat")),
                                new Condition.LengthBetween(3, 40),
                                new Condition.MarginBelow(0.1),
                                new Condition.EntropyAtLeast(0.9)),
                        new Verdict.Hold(new QueueName("night-shift")),
                        2.5),
                Rule.of("long", new Condition.LengthBetween(500, Integer.MAX_VALUE), new Verdict.Block()),
                Rule.of("staff", new Condition.InChannel(Set.of("staff")), new Verdict.Allow())));

        assertThat(RulesReader.read(RulesWriter.write(policy), "/rules")).isEqualTo(policy);
        assertThat(read(RulesWriter.write(policy).toString())).isEqualTo(policy);
    }

    @Test
    void aLengthMayBeOpenOnOneSide() {
        assertThat(conditions("{'length':{'atMost':9}}")).containsExactly(new Condition.LengthBetween(0, 9));
        assertThat(conditions("{'length':{'atLeast':9}}"))
                .containsExactly(new Condition.LengthBetween(9, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | /rules | expected a list
            [7] | /rules/0 | expected an object
            [{'when':[],'then':'block'}] | /rules/0/name | this is missing, expected a text
            [{'name':7}] | /rules/0/name | expected a text
            [{'name':'a','whenn':[]}] | /rules/0 | there is no field "whenn" here; expected name, when, then, weight
            [{'name':'a','then':'block'}] | /rules/0/when | this is missing, expected a list
            [{'name':'a','when':[],'then':'block'}] | /rules/0 | the rule has 0 conditions, expected 1 to 20
            [{'name':'a','when':[{}]}] | /rules/0/when/0 | a condition looks at one of emotion, notice, channels, length, marginBelow, entropyAtLeast
            [{'name':'a','when':[{'emotion':'rage','atLeast':1}]}] | /rules/0/when/0/emotion | "rage" is unknown; expected one of sadness, joy, love, anger, fear, surprise
            [{'name':'a','when':[{'emotion':'fear'}]}] | /rules/0/when/0/atLeast | this is missing, expected a number
            [{'name':'a','when':[{'emotion':'fear','atLeast':'0.8'}]}] | /rules/0/when/0/atLeast | expected a number
            [{'name':'a','when':[{'emotion':'fear','atLeast':1.2}]}] | /rules/0/when/0/atLeast | the threshold of fear is 1.2, expected 0 to 1
            [{'name':'a','when':[{'emotion':'fear','atLeast':1,'notice':'UNCERTAIN'}]}] | /rules/0/when/0 | there is no field "notice" here; expected emotion, atLeast
            [{'name':'a','when':[{'notice':'RUDE'}]}] | /rules/0/when/0/notice | "RUDE" is unknown; expected one of SHORT_TEXT, TRUNCATED, NOT_ENGLISH, UNCERTAIN, OBFUSCATED
            [{'name':'a','when':[{'channels':[]}]}] | /rules/0/when/0/channels | 0 channels, expected 1 to 50
            [{'name':'a','when':[{'channels':[3]}]}] | /rules/0/when/0/channels/0 | expected a text
            [{'name':'a','when':[{'length':{}}]}] | /rules/0/when/0/length | expected atLeast, atMost or both
            [{'name':'a','when':[{'length':{'atMost':1.5}}]}] | /rules/0/when/0/length/atMost | expected a whole number
            [{'name':'a','when':[{'length':{'atLeast':9,'atMost':3}}]}] | /rules/0/when/0/length | no text has a length from 9 to 3
            [{'name':'a','when':[{'marginBelow':-1}]}] | /rules/0/when/0/marginBelow | the limit of the margin is -1.0, expected 0 to 1
            [{'name':'a','when':[{'entropyAtLeast':2}]}] | /rules/0/when/0/entropyAtLeast | the threshold of the entropy is 2.0, expected 0 to 1
            [{'name':'a','when':[{'marginBelow':1}]}] | /rules/0/then | this is missing, expected an object
            [{'name':'a','when':[{'marginBelow':1}],'then':'ban'}] | /rules/0/then | "ban" is unknown; expected one of allow, block, {"hold":"<queue>"}
            [{'name':'a','when':[{'marginBelow':1}],'then':{'hold':'A B'}}] | /rules/0/then/hold | the queue "A B" needs 1 to 40 lower-case letters, digits and dashes, and starts with a letter
            [{'name':'a','when':[{'marginBelow':1}],'then':{'block':1}}] | /rules/0/then | there is no field "block" here; expected hold
            [{'name':'a','when':[{'marginBelow':1}],'then':'block','weight':11}] | /rules/0 | the weight is 11.0, expected 0 to 10
            """)
    void whatIsWrongIsNamedWithItsPlace(String rules, String pointer, String fact) {
        assertThatThrownBy(() -> read(rules))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused.pointer()).isEqualTo(pointer))
                .hasMessage(pointer + ": " + fact + ".");
    }

    @Test
    void aMissingListIsRefused() {
        assertThatThrownBy(() -> RulesReader.read(null, "/rules"))
                .hasMessage("/rules: this is missing, expected a list.");
    }

    @Test
    void aLongWordIsCutInTheMessage() {
        String rules = "[{'name':'a','when':[{'emotion':'" + "x".repeat(5_000) + "','atLeast':1}]}]";

        assertThatThrownBy(() -> read(rules)).message().hasSizeLessThan(200);
    }

    private static List<Condition> conditions(String condition) {
        return read("[{'name':'a','when':[" + condition + "],'then':'block'}]")
                .rules()
                .get(0)
                .when();
    }

    private static Policy read(String rules) {
        return RulesReader.read(JSON.readTree(rules.replace('\'', '"')), "/rules");
    }
}
