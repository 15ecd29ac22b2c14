package dev.undertone.moderation.policies.web.page;

import dev.undertone.policy.Condition;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in the form.
 *
 * @param name what people call it
 * @param conditions all of which must hold
 * @param verdict ALLOW, HOLD or BLOCK
 * @param queue where a person looks at what it holds
 * @param weight how much it adds to the priority of review
 * @param add the kind of the next condition
 */
record RuleForm(
        @Nullable String name,
        @Nullable List<ConditionForm> conditions,
        @Nullable String verdict,
        @Nullable String queue,
        @Nullable String weight,
        ConditionForm.@Nullable Kind add) {

    RuleForm {
        conditions = conditions == null
                ? List.of()
                : conditions.stream().filter(Objects::nonNull).toList();
    }

    /** A rule to begin with. */
    static RuleForm blank(String name) {
        return new RuleForm(name, List.of(ConditionForm.blank(null)), "HOLD", QueueName.CONDUCT.value(), "1", null);
    }

    static RuleForm of(Rule rule) {
        String queue = rule.then() instanceof Verdict.Hold hold ? hold.queue().value() : "";
        String weight = BigDecimal.valueOf(rule.weight()).stripTrailingZeros().toPlainString();
        List<ConditionForm> conditions =
                rule.when().stream().map(ConditionForm::of).toList();
        return new RuleForm(rule.name(), conditions, rule.then().label(), queue, weight, null);
    }

    RuleForm with(List<ConditionForm> others) {
        return new RuleForm(name, others, verdict, queue, weight, add);
    }

    /** The conditions, also of a form that was sent without any. */
    public List<ConditionForm> all() {
        return conditions == null ? List.of() : conditions;
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException with what is wrong, if it says nothing
     */
    Rule read() {
        List<Condition> when = all().stream().map(ConditionForm::read).toList();
        if (when.isEmpty()) {
            throw new IllegalArgumentException("it has no condition, so it would catch every text; add one");
        }
        return new Rule(text(name), when, then(), number());
    }

    private Verdict then() {
        return switch (text(verdict)) {
            case "ALLOW" -> new Verdict.Allow();
            case "BLOCK" -> new Verdict.Block();
            case "HOLD" -> new Verdict.Hold(new QueueName(text(queue)));
            default -> throw new IllegalArgumentException("choose what happens");
        };
    }

    private double number() {
        String typed = text(weight).replace(',', '.');
        if (!typed.matches("[0-9]{1,4}([.][0-9]{1,6})?")) {
            throw new IllegalArgumentException("the weight \"" + Share.shown(typed) + "\" is no number from 0 to 10");
        }
        return Double.parseDouble(typed);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
