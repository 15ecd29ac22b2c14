package dev.undertone.review.web;

import dev.undertone.policy.QueueName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about who works on what. */
final class LeaseRequests {

    private LeaseRequests() {}

    /**
     * Asks for the next item.
     *
     * @param queue of this queue; of any if null
     */
    record Next(@Nullable String queue) {
        static Optional<QueueName> queueOf(@Nullable Next request) {
            return request == null ? Optional.empty() : Asked.queue(request.queue());
        }
    }

    /**
     * Speaks of a lease.
     *
     * @param token the one that claiming answered
     */
    record Token(@Nullable Long token) {
        static long of(@Nullable Token request) {
            return Asked.condition("token", request == null ? null : request.token());
        }

        static OptionalLong ifAny(@Nullable Token request) {
            Long token = request == null ? null : request.token();
            return token == null ? OptionalLong.empty() : OptionalLong.of(token);
        }
    }

    /**
     * Assigns an item.
     *
     * @param assignee id or name of a person; the caller if null
     * @param due until when
     * @param token the one that claiming answered
     */
    record Hold(
            @Nullable String assignee,
            @Nullable String due,
            @Nullable Long token) {
        long condition() {
            return Asked.condition("token", token);
        }

        Optional<String> to() {
            return Asked.words("assignee", assignee, 100);
        }

        Optional<Instant> until() {
            return Asked.time("due", due);
        }
    }

    /**
     * Writes a note.
     *
     * @param text what it says
     */
    record NewNote(@Nullable String text) {}
}
