package dev.undertone.moderation.policies.preview;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often a policy says what.
 *
 * @param allowed submissions that may be shown
 * @param held submissions that wait for a person
 * @param blocked submissions that are not shown
 * @param queues how many a person would look at, by queue: the held ones, and allowed ones about which rules disagree
 */
public record Counts(long allowed, long held, long blocked, Map<String, Long> queues) {

    /** Copies the queues, sorted by name. */
    public Counts {
        queues = Collections.unmodifiableMap(new TreeMap<>(queues));
    }

    /** How many more of each than in others; fewer are negative. */
    public Counts minus(Counts others) {
        SortedSet<String> names = new TreeSet<>(queues.keySet());
        names.addAll(others.queues.keySet());
        Map<String, Long> difference = new TreeMap<>();
        names.forEach(
                name -> difference.put(name, queues.getOrDefault(name, 0L) - others.queues.getOrDefault(name, 0L)));
        return new Counts(allowed - others.allowed, held - others.held, blocked - others.blocked, difference);
    }
}
