package dev.undertone.review.reading;

import dev.undertone.emotion.Emotion;
import dev.undertone.policy.QueueName;
import dev.undertone.review.ReviewStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which items are meant.
 *
 * @param queue only those of one queue
 * @param statuses those in one of these
 * @param rule only those that this rule held
 * @param range only those with a probability in a range
 * @param holding only those that somebody has
 */
public record ItemFilter(
        Optional<QueueName> queue,
        Set<ReviewStatus> statuses,
        Optional<String> rule,
        Optional<Range> range,
        Optional<Holding> holding) {

    /** Whoever has them. */
    public ItemFilter(
            Optional<QueueName> queue, Set<ReviewStatus> statuses, Optional<String> rule, Optional<Range> range) {
        this(queue, statuses, rule, range, Optional.empty());
    }

    /** Copies the statuses; none means all in which an item waits. */
    public ItemFilter {
        statuses = Set.copyOf(statuses.isEmpty() ? ReviewStatus.waiting() : statuses);
    }

    /**
     * What somebody has at a moment.
     *
     * @param holder their id
     * @param at leases that have run out by then are over
     */
    public record Holding(String holder, Instant at) {}

    /**
     * A range of the probability of an emotion, both ends included.
     *
     * @param emotion which
     * @param atLeast 0 to 1
     * @param atMost 0 to 1
     */
    public record Range(Emotion emotion, double atLeast, double atMost) {
        /** Refuses a range in which nothing can be. */
        public Range {
            if (!(atLeast >= 0 && atLeast <= atMost && atMost <= 1)) {
                throw new IllegalArgumentException("a probability of " + emotion.label() + " from " + atLeast + " to "
                        + atMost + " cannot be; expected 0 <= atLeast <= atMost <= 1");
            }
        }
    }

    /** The condition in SQL; its parameters are {@link #parameters}. */
    String condition() {
        List<String> conditions = new ArrayList<>();
        queue.ifPresent(name -> conditions.add("queue = :queue"));
        conditions.add("status in (:statuses)");
        narrower().ifPresent(conditions::add);
        return String.join(" and ", conditions);
    }

    /** The condition without queue and status. */
    Optional<String> narrower() {
        List<String> conditions = new ArrayList<>();
        rule.ifPresent(name -> conditions.add("rule = :rule"));
        // The column bears the emotion's label, which comes from the enum and never from a caller.
        range.ifPresent(wanted -> conditions.add(wanted.emotion().label() + " between :atLeast and :atMost"));
        holding.ifPresent(who ->
                conditions.add("holder_id = :holder and (lease_expires_at is null or lease_expires_at > :heldAt)"));
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", conditions));
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        queue.ifPresent(name -> parameters.put("queue", name.value()));
        Set<String> names = new TreeSet<>();
        statuses.forEach(status -> names.add(status.name()));
        parameters.put("statuses", names);
        rule.ifPresent(name -> parameters.put("rule", name));
        range.ifPresent(wanted -> {
            parameters.put("atLeast", wanted.atLeast());
            parameters.put("atMost", wanted.atMost());
        });
        holding.ifPresent(who -> {
            parameters.put("holder", who.holder());
            parameters.put("heldAt", who.at().atOffset(ZoneOffset.UTC));
        });
        return parameters;
    }
}
