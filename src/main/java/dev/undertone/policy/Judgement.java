package dev.undertone.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a policy says about one submission, and why.
 *
 * @param verdict what the machine says
 * @param queue where a person looks at it: the queue of a hold, and also of an allowed one about which rules disagreed
 * @param reasons one for each rule that fired; empty when none did. First the one for which a person looks at it, which
 *     need not be the one that decided the verdict; where nobody looks, that one
 * @param weight how much the first rule adds to the priority of review, 1 where nobody said otherwise
 */
public record Judgement(Verdict verdict, Optional<QueueName> queue, List<Reason> reasons, double weight) {

    /** Copies the reasons; a hold has its own queue. */
    public Judgement {
        reasons = List.copyOf(reasons);
        if (verdict instanceof Verdict.Hold hold && !queue.equals(Optional.of(hold.queue()))) {
            throw new IllegalArgumentException("held for " + hold.queue() + " but queued in " + queue);
        }
    }
}
