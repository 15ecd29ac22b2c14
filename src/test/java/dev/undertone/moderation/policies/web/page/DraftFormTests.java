package dev.undertone.moderation.policies.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.policies.web.page.DraftForm.Problem;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftFormTests {

    private static final Rule EVERYTHING = new Rule(
            "everything",
            List.of(
                    new Condition.EmotionAtLeast(Emotion.ANGER, 0.8051),
                    new Condition.MarginBelow(0.07),
                    new Condition.EntropyAtLeast(0.333),
                    new Condition.HasNotice(Notice.OBFUSCATED),
                    new Condition.InChannel(Set.of("chat", "forum/general")),
                    new Condition.LengthBetween(3, Integer.MAX_VALUE)),
            new Verdict.Hold(QueueName.CARE),
            2.5);

    @Test
    void whatIsReadOutOfAFormIsWhatWasPutIntoIt() {
        List<Rule> rules = List.of(
                EVERYTHING,
                Rule.of("block", new Condition.LengthBetween(0, 4), new Verdict.Block()),
                Rule.of("allow", new Condition.EmotionAtLeast(Emotion.JOY, 1), new Verdict.Allow()));

        DraftForm.Draft draft = form(rules).read();

        assertThat(draft.problems()).isEmpty();
        assertThat(Objects.requireNonNull(draft.version()).policy()).isEqualTo(new Policy(rules));
    }

    @Test
    void thresholdsKeepEveryDigit() {
        for (int i = 0; i <= 10_000; i++) {
            double share = i / 10_000.0;
            assertThat(Share.ofPercent(Share.percent(share))).isEqualTo(share);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "101", "1e1", "NaN", "0x10", "99999999999999999999999", "5 %"})
    void whatIsNoPercentIsRefusedWithTheRuleItStandsIn(String typed) {
        ConditionForm wrong = new ConditionForm(ConditionForm.Kind.EMOTION, "anger", typed, null, null, null, null);
        DraftForm form = form(List.of(EVERYTHING));
        DraftForm broken =
                form.with(List.of(form.all().get(0), RuleForm.blank("second").with(List.of(wrong))));

        assertThat(broken.read().problems()).extracting(Problem::rule).containsExactly(1);
    }

    @Test
    void twoRulesOfOneNameAreAProblemOfNoSingleRule() {
        DraftForm twice = form(List.of()).with(List.of(RuleForm.blank("same"), RuleForm.blank("same")));

        assertThat(twice.read().problems()).extracting(Problem::rule).containsExactly(Problem.NO_RULE);
    }

    @Test
    void buttonsMoveAddAndRemove() {
        DraftForm form = form(List.of()).with(List.of(RuleForm.blank("a"), RuleForm.blank("b"), RuleForm.blank("c")));

        assertThat(names(form, "up.2")).containsExactly("a", "c", "b");
        assertThat(names(form, "down.0")).containsExactly("b", "a", "c");
        assertThat(names(form, "up.0")).containsExactly("a", "b", "c");
        assertThat(names(form, "down.2")).containsExactly("a", "b", "c");
        assertThat(names(form, "remove-rule.1")).containsExactly("a", "c");
        assertThat(names(form, "add-rule")).containsExactly("a", "b", "c", "rule 4");
        assertThat(names(form, "remove-rule.9")).containsExactly("a", "b", "c");
        assertThat(names(form, "nonsense.1.x")).containsExactly("a", "b", "c");
        assertThat(DraftEdit.of("add-condition.1").applyTo(form).all().get(1).all())
                .hasSize(2);
        assertThat(DraftEdit.of("remove-condition.1.0")
                        .applyTo(form)
                        .all()
                        .get(1)
                        .all())
                .isEmpty();
    }

    private static List<String> names(DraftForm form, String button) {
        return DraftEdit.of(button).applyTo(form).all().stream()
                .map(RuleForm::name)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static DraftForm form(List<Rule> rules) {
        return new DraftForm(1, 1, "", rules.stream().map(RuleForm::of).toList());
    }
}
