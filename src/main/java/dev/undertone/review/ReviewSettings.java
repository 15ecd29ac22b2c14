package dev.undertone.review;

import dev.undertone.policy.QueueName;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the queue is worked on.
 *
 * @param lease how long a claimed item is kept for whoever claimed it
 * @param targets for each queue how long an item should wait at most; {@code care} 1 h, {@code conduct} 4 h and
 *     {@code uncertain} 24 h where nobody says otherwise
 * @param defaultTarget the same for all other queues
 * @param undoWindow how long people can undo their own decisions; leads can always
 * @param live how pages hear of what others do
 */
@ConfigurationProperties("undertone.review")
public record ReviewSettings(
        @DefaultValue("5m") Duration lease,
        @DefaultValue Map<String, Duration> targets,
        @DefaultValue("8h") Duration defaultTarget,
        @DefaultValue("24h") Duration undoWindow,
        @DefaultValue Live live) {

    /** Times are counted from now on, and a clock has an end. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(50);

    private static final Map<String, Duration> USUAL = Map.of(
            QueueName.CARE.value(), Duration.ofHours(1),
            QueueName.CONDUCT.value(), Duration.ofHours(4),
            QueueName.UNCERTAIN.value(), Duration.ofHours(24));

    /** Adds the usual targets and refuses times that are too short or too long. */
    public ReviewSettings {
        Map<String, Duration> all = new TreeMap<>(USUAL);
        all.putAll(targets);
        targets = Map.copyOf(all);
        targets.forEach((queue, target) -> {
            new QueueName(queue);
            requireUsable("targets." + queue, target);
        });
        requireUsable("lease", lease);
        requireUsable("default-target", defaultTarget);
        requireUsable("undo-window", undoWindow);
    }

    /** How long an item of this queue should wait at most. */
    public Duration target(QueueName queue) {
        return targets.getOrDefault(queue.value(), defaultTarget);
    }

    /**
     * How pages hear of what others do. What gets no stream asks every few seconds instead.
     *
     * @param look how often the database is asked for changes, once for all streams
     * @param streams how many streams there may be at once
     * @param streamsPerPerson how many of them one person may have, as for several tabs
     * @param lifetime how long a stream lasts before the page opens another, and is recognised anew
     */
    public record Live(
            @DefaultValue("500ms") Duration look,
            @DefaultValue("500") int streams,
            @DefaultValue("4") int streamsPerPerson,
            @DefaultValue("2m") Duration lifetime) {
        /** Refuses what cannot work. */
        public Live {
            if (look.compareTo(SHORTEST_LOOK) < 0 || look.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("undertone.review.live.look is " + look
                        + ", expected at least 50 ms and at most " + LONGEST.toDays() + " days");
            }
            if (streams < 0 || streamsPerPerson < 0) {
                throw new IllegalArgumentException(
                        "undertone.review.live.streams and streams-per-person must not be negative");
            }
            requireUsable("live.lifetime", lifetime);
        }
    }

    private static void requireUsable(String name, Duration value) {
        if (value.toSeconds() < 1 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("undertone.review." + name + " is " + value
                    + ", expected at least a second and at most " + LONGEST.toDays() + " days");
        }
    }
}
