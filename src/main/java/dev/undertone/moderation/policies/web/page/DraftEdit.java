package dev.undertone.moderation.policies.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a button of the form does to the rules in it.
 *
 * @param action such as {@code up}
 * @param rule the place of the rule it stands in, from 0
 * @param condition the place of the condition it stands in, from 0
 */
record DraftEdit(String action, int rule, int condition) {

    private static final int NONE = -1;

    /** Reads what the button was called, such as {@code remove-condition.2.1}. */
    static DraftEdit of(String button) {
        List<String> parts = Arrays.asList(button.split("\\.", -1));
        return new DraftEdit(parts.get(0), place(parts, 1), place(parts, 2));
    }

    private static int place(List<String> parts, int index) {
        return parts.size() > index && parts.get(index).matches("[0-9]{1,3}")
                ? Integer.parseInt(parts.get(index))
                : NONE;
    }

    /** The form afterwards; as it was if there is nothing that the button could mean. */
    DraftForm applyTo(DraftForm form) {
        List<RuleForm> rules = new ArrayList<>(form.all());
        if (action.equals("add-rule")) {
            rules.add(RuleForm.blank("rule " + (rules.size() + 1)));
        } else if (rule >= 0 && rule < rules.size()) {
            switch (action) {
                case "remove-rule" -> rules.remove(rule);
                case "up" -> swap(rules, rule - 1);
                case "down" -> swap(rules, rule);
                case "add-condition" -> rules.set(rule, added(rules.get(rule)));
                case "remove-condition" -> rules.set(rule, removed(rules.get(rule)));
                default -> {
                    // The form stays as it is.
                }
            }
        }
        return form.with(rules);
    }

    private static void swap(List<RuleForm> rules, int upper) {
        if (upper >= 0 && upper + 1 < rules.size()) {
            Collections.swap(rules, upper, upper + 1);
        }
    }

    private static RuleForm added(RuleForm rule) {
        return changed(rule, conditions -> {
            conditions.add(ConditionForm.blank(rule.add()));
            return conditions;
        });
    }

    private RuleForm removed(RuleForm rule) {
        return changed(rule, conditions -> {
            if (condition >= 0 && condition < conditions.size()) {
                conditions.remove(condition);
            }
            return conditions;
        });
    }

    private static RuleForm changed(RuleForm rule, UnaryOperator<List<ConditionForm>> change) {
        return rule.with(change.apply(new ArrayList<>(rule.all())));
    }

    /** Which element has the focus afterwards, so that whoever works by keyboard stays where they were. */
    String focus() {
        return switch (action) {
            case "up" -> "up-" + Math.max(0, rule - 1);
            case "down" -> "down-" + (rule + 1);
            case "add-condition", "remove-condition" -> "add-" + rule;
            case "remove-rule", "add-rule" -> "add-rule";
            default -> "";
        };
    }
}
