package dev.undertone.moderation.policies.rules;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads rules strictly: what it does not know, it refuses, and says where. */
public final class RulesReader {

    private static final String KINDS = "emotion, notice, channels, length, marginBelow, entropyAtLeast";
    private static final String NOTICES =
            Arrays.stream(Notice.values()).map(Notice::name).collect(Collectors.joining(", "));

    private RulesReader() {}

    /**
     * A policy of the rules in a list.
     *
     * @param json what stands at {@code pointer}; null if nothing does
     * @param pointer where the list stands in its document
     * @throws PolicyRefused if it is no policy
     */
    public static Policy read(@Nullable JsonNode json, String pointer) {
        Part list = new Part(json, pointer);
        List<Rule> rules = list.elements().stream().map(RulesReader::rule).toList();
        return list.make(() -> new Policy(rules));
    }

    private static Rule rule(Part part) {
        part.allow("name", "when", "then", "weight");
        String name = part.field("name").text();
        List<Condition> when = part.field("when").elements().stream()
                .map(RulesReader::condition)
                .toList();
        Verdict then = verdict(part.field("then"));
        Part weight = part.field("weight");
        double factor = weight.isThere() ? weight.number() : Rule.DEFAULT_WEIGHT;
        return part.make(() -> new Rule(name, when, then, factor));
    }

    private static Condition condition(Part part) {
        if (part.has("emotion")) {
            part.allow("emotion", "atLeast");
            Emotion emotion = part.field("emotion").named(Emotion::withLabel, Emotion.labels());
            Part threshold = part.field("atLeast");
            double value = threshold.number();
            return threshold.make(() -> new Condition.EmotionAtLeast(emotion, value));
        }
        if (part.has("notice")) {
            part.allow("notice");
            return new Condition.HasNotice(part.field("notice").named(RulesReader::notice, NOTICES));
        }
        if (part.has("channels")) {
            part.allow("channels");
            Part channels = part.field("channels");
            Set<String> names = new LinkedHashSet<>();
            channels.elements().forEach(channel -> names.add(channel.text()));
            return channels.make(() -> new Condition.InChannel(names));
        }
        return measured(part);
    }

    private static Condition measured(Part part) {
        if (part.has("length")) {
            part.allow("length");
            return length(part.field("length"));
        }
        if (part.has("marginBelow")) {
            part.allow("marginBelow");
            Part limit = part.field("marginBelow");
            double value = limit.number();
            return limit.make(() -> new Condition.MarginBelow(value));
        }
        if (part.has("entropyAtLeast")) {
            part.allow("entropyAtLeast");
            Part threshold = part.field("entropyAtLeast");
            double value = threshold.number();
            return threshold.make(() -> new Condition.EntropyAtLeast(value));
        }
        throw part.refused("a condition looks at one of " + KINDS);
    }

    private static Condition length(Part part) {
        part.allow("atLeast", "atMost");
        Part atLeast = part.field("atLeast");
        Part atMost = part.field("atMost");
        if (!atLeast.isThere() && !atMost.isThere()) {
            throw part.refused("expected atLeast, atMost or both");
        }
        int from = atLeast.isThere() ? atLeast.integer() : 0;
        int to = atMost.isThere() ? atMost.integer() : Integer.MAX_VALUE;
        return part.make(() -> new Condition.LengthBetween(from, to));
    }

    private static Optional<Notice> notice(String name) {
        return Arrays.stream(Notice.values())
                .filter(notice -> notice.name().equals(name))
                .findFirst();
    }

    private static Verdict verdict(Part part) {
        if (part.isText()) {
            return part.named(RulesReader::simpleVerdict, "allow, block, {\"hold\":\"<queue>\"}");
        }
        part.allow("hold");
        Part queue = part.field("hold");
        String name = queue.text();
        return new Verdict.Hold(queue.make(() -> new QueueName(name)));
    }

    private static Optional<Verdict> simpleVerdict(String word) {
        return switch (word) {
            case "allow" -> Optional.of(new Verdict.Allow());
            case "block" -> Optional.of(new Verdict.Block());
            default -> Optional.empty();
        };
    }
}
