package dev.undertone.moderation.policies.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it is shown.
 *
 * @param name what people call it
 * @param sentence what it does
 * @param weight how much it adds to the priority of review; empty for the usual weight
 * @param emotion which emotion it looks at; empty for none or several
 */
record RuleView(String name, String sentence, Optional<String> weight, Optional<Emotion> emotion) {

    static List<RuleView> of(List<Rule> rules, PolicyWords words) {
        return rules.stream().map(rule -> of(rule, words)).toList();
    }

    private static RuleView of(Rule rule, PolicyWords words) {
        List<Emotion> emotions = rule.when().stream()
                .filter(Condition.EmotionAtLeast.class::isInstance)
                .map(condition -> ((Condition.EmotionAtLeast) condition).emotion())
                .distinct()
                .toList();
        Optional<String> weight = Optional.of(rule.weight())
                .filter(value -> value != Rule.DEFAULT_WEIGHT)
                .map(value ->
                        java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        return new RuleView(
                rule.name(),
                words.sentence(rule),
                weight,
                emotions.size() == 1 ? Optional.of(emotions.get(0)) : Optional.empty());
    }
}
