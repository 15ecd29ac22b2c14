package dev.undertone.moderation.policies.rules;

import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes rules so that {@link RulesReader} reads the same policy again. */
public final class RulesWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RulesWriter() {}

    /** The rules of a policy, in order. */
    public static ArrayNode write(Policy policy) {
        ArrayNode rules = JSON.createArrayNode();
        policy.rules().forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", rule.name());
        ArrayNode when = node.putArray("when");
        rule.when().forEach(condition -> when.add(condition(condition)));
        if (rule.then() instanceof Verdict.Hold hold) {
            node.putObject("then").put("hold", hold.queue().value());
        } else {
            node.put("then", rule.then() instanceof Verdict.Block ? "block" : "allow");
        }
        return node.put("weight", rule.weight());
    }

    private static ObjectNode condition(Condition condition) {
        ObjectNode node = JSON.createObjectNode();
        if (condition instanceof Condition.EmotionAtLeast it) {
            node.put("emotion", it.emotion().label()).put("atLeast", it.threshold());
        } else if (condition instanceof Condition.MarginBelow it) {
            node.put("marginBelow", it.limit());
        } else if (condition instanceof Condition.EntropyAtLeast it) {
            node.put("entropyAtLeast", it.threshold());
        } else if (condition instanceof Condition.HasNotice it) {
            node.put("notice", it.notice().name());
        } else if (condition instanceof Condition.InChannel it) {
            ArrayNode channels = node.putArray("channels");
            new TreeSet<>(it.channels()).forEach(channels::add);
        } else if (condition instanceof Condition.LengthBetween it) {
            ObjectNode length = node.putObject("length");
            length.put("atLeast", it.atLeast());
            if (it.atMost() < Integer.MAX_VALUE) {
                length.put("atMost", it.atMost());
            }
        }
        return node;
    }
}
