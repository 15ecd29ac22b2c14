package dev.undertone.wellbeing;

import dev.undertone.policy.QueueName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody chose for themselves.
 *
 * @param budgetMinutes heavy minutes a day after which a break is suggested; 0 for never
 * @param veil which texts are covered
 * @param skipped queues that they are not given items of unless they ask
 * @param quietUntil no break is suggested before
 */
public record Choice(int budgetMinutes, Veil veil, Set<QueueName> skipped, Optional<Instant> quietUntil) {

    /** Twelve hours. */
    public static final int LARGEST_BUDGET = 720;

    /** So many names fit into the database. */
    public static final int MOST_QUEUES = 40;

    /** Refuses what cannot be kept. */
    public Choice {
        if (budgetMinutes < 0 || budgetMinutes > LARGEST_BUDGET) {
            throw new IllegalArgumentException(
                    "a budget of " + budgetMinutes + " minutes is not between 0 and " + LARGEST_BUDGET);
        }
        if (skipped.size() > MOST_QUEUES) {
            throw new IllegalArgumentException(
                    "these are " + skipped.size() + " queues, at most " + MOST_QUEUES + " can be left out");
        }
        skipped = Set.copyOf(skipped);
    }
}
