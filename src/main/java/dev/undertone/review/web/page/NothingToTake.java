package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.policy.QueueName;
import dev.undertone.review.reader.NextPreference;
import dev.undertone.review.reading.Board;
import dev.undertone.review.reading.Boards;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says why somebody who asked for the next item gets none. */
@Component
class NothingToTake {

    private static final String INFORMATION = "information";

    private final Boards boards;
    private final NextPreference preference;
    private final PlainWords plain;
    private final Clock clock;

    NothingToTake(Boards boards, NextPreference preference, PlainWords plain, Clock clock) {
        this.boards = boards;
        this.preference = preference;
        this.plain = plain;
        this.clock = clock;
    }

    Notice from(DeskQuery query, Caller caller) {
        if (query.kind() == Kind.MINE) {
            return plain.notice(INFORMATION, "queue.problem.nothing-mine");
        }
        String leftOut = query.queueName().isPresent() ? "" : leftOut(query, caller);
        return leftOut.isEmpty()
                ? plain.notice(INFORMATION, "queue.problem.nothing-free")
                : plain.notice(INFORMATION, "queue.problem.nothing-wanted", leftOut);
    }

    /** The queues that the caller leaves out although something waits in them, in words. */
    private String leftOut(DeskQuery query, Caller caller) {
        Kind taken = query.kind() == Kind.DONE ? Kind.OPEN : query.kind();
        Set<QueueName> left = preference.leftOut(caller);
        return boards.counts(DeskQuery.filter(Optional.empty(), taken, caller, clock.instant())).stream()
                .map(Board.Count::queue)
                .filter(left::contains)
                .map(QueueName::value)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
