package dev.undertone.moderation.policies.preview;

import dev.undertone.figures.Proportion;
import dev.undertone.moderation.Resolution;
import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what one policy says. */
final class Tally {

    private final Map<QueueName, long[]> queues = new HashMap<>();
    private long allowed;
    private long held;
    private long blocked;
    private long rightlyCaught;
    private long wronglyCaught;
    private long missed;
    private long rightlyAllowed;

    /** Counts what was said so many times. */
    void count(Outcome outcome, long times) {
        if (outcome.verdict() instanceof Verdict.Allow) {
            allowed += times;
        } else if (outcome.verdict() instanceof Verdict.Hold) {
            held += times;
        } else {
            blocked += times;
        }
        if (outcome.queue().isPresent()) {
            queues.computeIfAbsent(outcome.queue().get(), name -> new long[1])[0] += times;
        }
    }

    /** Counts what was said about one submission, and compares it with what people made of it. */
    void count(Outcome outcome, Optional<Resolution> resolution) {
        count(outcome, 1);
        if (resolution.isPresent()) {
            compare(!(outcome.verdict() instanceof Verdict.Allow), resolution.get());
        }
    }

    private void compare(boolean caught, Resolution resolution) {
        switch (resolution) {
            case REJECTED -> {
                rightlyCaught += caught ? 1 : 0;
                missed += caught ? 0 : 1;
            }
            case APPROVED -> {
                wronglyCaught += caught ? 1 : 0;
                rightlyAllowed += caught ? 0 : 1;
            }
            case IGNORED -> {
                // Nobody needed to decide, which says nothing about the policy.
            }
        }
    }

    Counts counts() {
        Map<String, Long> byName = new TreeMap<>();
        queues.forEach((queue, count) -> byName.put(queue.value(), count[0]));
        return new Counts(allowed, held, blocked, byName);
    }

    Quality quality() {
        return new Quality(
                rightlyCaught + wronglyCaught + missed + rightlyAllowed,
                share(rightlyCaught, rightlyCaught + wronglyCaught),
                share(rightlyCaught, rightlyCaught + missed));
    }

    private static Optional<Proportion> share(long hits, long of) {
        return of == 0 ? Optional.empty() : Optional.of(new Proportion(hits, of));
    }
}
