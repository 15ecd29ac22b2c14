package dev.undertone.review.triage;

import dev.undertone.emotion.Emotion;
import dev.undertone.policy.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which open items are looked at, and by which emotion.
 *
 * @param emotion whose scores are spread
 * @param queue only those of one queue
 * @param rule only those that this rule held
 * @param channel only those that were posted there
 */
public record TriageFilter(
        Emotion emotion, Optional<QueueName> queue, Optional<String> rule, Optional<String> channel) {

    /** The column of the emotion; its name comes from the enum and never from a caller. */
    String column() {
        return emotion.label();
    }

    /**
     * The number of the bin in SQL, null for what no model has read: the very same words count and select, so that the
     * two always agree.
     */
    String bin() {
        return String.format(
                Locale.ROOT,
                "case when %1$s >= 1 then %2$d else cast(floor(%1$s * %3$d) as integer) end",
                column(),
                Bins.COUNT - 1,
                Bins.COUNT);
    }

    /** The condition in SQL; its parameters are {@link #parameters}. */
    String condition() {
        List<String> conditions = new ArrayList<>(List.of("status = 'OPEN'"));
        queue.ifPresent(name -> conditions.add("queue = :queue"));
        rule.ifPresent(name -> conditions.add("rule = :rule"));
        channel.ifPresent(name -> conditions.add("channel = :channel"));
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        queue.ifPresent(name -> parameters.put("queue", name.value()));
        rule.ifPresent(name -> parameters.put("rule", name));
        channel.ifPresent(name -> parameters.put("channel", name));
        return parameters;
    }
}
