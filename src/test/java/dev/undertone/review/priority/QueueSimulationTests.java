package dev.undertone.review.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * 10,000 items in a hot inflow: bursts of rage far above what people can do, in the mean a little below it. Time is
 * simulated, the order is the service's own.
 */
final class QueueSimulationTests {

    private static final int ITEMS = 10_000;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    /** One item at a time, a little faster than items come in. */
    private static final Duration PER_ITEM = Duration.ofMillis(14_500);

    private static final Duration MEAN_GAP = Duration.ofSeconds(15);

    private static final Map<String, Duration> TARGETS = new LinkedHashMap<>(
            Map.of("care", Duration.ofHours(1), "conduct", Duration.ofHours(4), "uncertain", Duration.ofHours(24)));

    @Test
    void noItemWaitsLongerThanItsQueuesTargetHoweverHotTheInflow() {
        assertThat(longestWaits(new Ageing()))
                .allSatisfy((queue, waits) ->
                        assertThat(waits).as("longest wait in %s", queue).isLessThanOrEqualTo(TARGETS.get(queue)));
    }

    @Test
    void withoutTheAgeTermTheDullOnesStarve() {
        assertThat(longestWaits(new Frozen()).get("conduct")).isGreaterThan(TARGETS.get("conduct"));
    }

    @Test
    void theHottestAreStillSeenSooner() {
        List<Done> done = work(new Ageing(), arrivals());

        assertThat(meanSeconds(
                        done.stream().filter(item -> item.arrival().urgency().severity() > 1.5)))
                .isLessThan(meanSeconds(done.stream()
                        .filter(item -> item.arrival().queue().equals("conduct")
                                && item.arrival().urgency().severity() < 0.5)));
    }

    private static double meanSeconds(java.util.stream.Stream<Done> done) {
        return done.mapToLong(item -> item.waited().toSeconds()).average().orElseThrow();
    }

    private static Map<String, Duration> longestWaits(Order order) {
        Map<String, Duration> longest = new LinkedHashMap<>();
        List<Done> done = work(order, arrivals());
        assertThat(done).hasSize(ITEMS);
        done.forEach(item -> longest.merge(
                item.arrival().queue(), item.waited(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return longest;
    }

    /** Bursts: a fifth of the items come ten times as dense as the others, hot with rage. */
    private static Deque<Arrival> arrivals() {
        SplittableRandom chance = new SplittableRandom(42);
        Deque<Arrival> arrivals = new ArrayDeque<>();
        Instant at = START;
        for (int i = 0; i < ITEMS; i++) {
            boolean burst = i % 250 < 50;
            double gap = MEAN_GAP.toMillis() * (burst ? 0.1 : 1.225) * -Math.log(1 - chance.nextDouble());
            at = at.plusMillis(Math.round(gap));
            arrivals.add(burst ? rage(at, chance) : mixed(at, chance));
        }
        return arrivals;
    }

    private static Arrival rage(Instant at, SplittableRandom chance) {
        return new Arrival("conduct", at, new Urgency(1.6 + 0.4 * chance.nextDouble(), 0.1 * chance.nextDouble()));
    }

    private static Arrival mixed(Instant at, SplittableRandom chance) {
        int kind = chance.nextInt(10);
        String queue = kind < 3 ? "care" : kind < 8 ? "conduct" : "uncertain";
        return new Arrival(queue, at, new Urgency(2 * chance.nextDouble(), 0.5 * chance.nextDouble()));
    }

    /** One item after the other, always the first of the order. */
    private static List<Done> work(Order order, Deque<Arrival> arrivals) {
        Map<String, PriorityQueue<Arrival>> waiting = new LinkedHashMap<>();
        TARGETS.keySet().forEach(queue -> waiting.put(queue, new PriorityQueue<>(order.within())));
        List<Done> done = new ArrayList<>();
        Instant now = START;
        while (done.size() < ITEMS) {
            if (waiting.values().stream().allMatch(PriorityQueue::isEmpty)
                    && arrivals.element().at().isAfter(now)) {
                now = arrivals.element().at();
            }
            while (!arrivals.isEmpty() && !arrivals.element().at().isAfter(now)) {
                Objects.requireNonNull(waiting.get(arrivals.element().queue())).add(arrivals.remove());
            }
            Instant moment = now;
            Arrival next = waiting.values().stream()
                    .filter(queue -> !queue.isEmpty())
                    .map(PriorityQueue::element)
                    .max(Comparator.comparingDouble(head -> order.total(head, moment)))
                    .orElseThrow();
            Objects.requireNonNull(waiting.get(next.queue())).remove();
            now = now.plus(PER_ITEM);
            done.add(new Done(next, Duration.between(next.at(), now)));
        }
        return done;
    }

    private record Arrival(String queue, Instant at, Urgency urgency) {
        Duration target() {
            return Objects.requireNonNull(TARGETS.get(queue));
        }

        Instant rankedAt() {
            return Priority.rankedAt(urgency, at, target());
        }
    }

    private record Done(Arrival arrival, Duration waited) {}

    private interface Order {
        Comparator<Arrival> within();

        double total(Arrival head, Instant now);
    }

    /** As the service orders. */
    private static final class Ageing implements Order {
        @Override
        public Comparator<Arrival> within() {
            return Comparator.comparing(Arrival::rankedAt);
        }

        @Override
        public double total(Arrival head, Instant now) {
            return Priority.total(now, head.rankedAt(), head.target());
        }
    }

    /** The same without waiting. */
    private static final class Frozen implements Order {
        @Override
        public Comparator<Arrival> within() {
            return Comparator.comparingDouble(
                            (Arrival arrival) -> arrival.urgency().total())
                    .reversed();
        }

        @Override
        public double total(Arrival head, Instant now) {
            return head.urgency().total();
        }
    }
}
