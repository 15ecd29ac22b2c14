package dev.undertone.review.reader;

import dev.undertone.account.Caller;
import dev.undertone.policy.QueueName;
import java.util.Set;

/** Knows what somebody would rather get next; implemented by whoever knows people better than the queue does. */
public interface NextPreference {

    /** What the caller wishes for this one item, asked once within the transaction of each request for the next. */
    Wish of(Caller caller);

    /** The queues that the caller leaves out while no queue is asked for. */
    Set<QueueName> leftOut(Caller caller);

    /**
     * A wish. It bends the order of work for one item and takes none away from others.
     *
     * @param without queues to leave out when no queue is asked for
     * @param lighter whether an item that is not heavy should come before heavier ones, if there is one near the head
     */
    record Wish(Set<QueueName> without, boolean lighter) {

        /** What most people wish: the most urgent item of all queues. */
        public static final Wish NONE = new Wish(Set.of(), false);

        /** Copies the queues. */
        public Wish {
            without = Set.copyOf(without);
        }
    }
}
