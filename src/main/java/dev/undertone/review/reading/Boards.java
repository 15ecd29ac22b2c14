package dev.undertone.review.reading;

import dev.undertone.paging.Limit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shows lists together with their counts. */
@Component
public class Boards {

    private final ReviewQueue queue;
    private final QueueCounts counts;

    Boards(ReviewQueue queue, QueueCounts counts) {
        this.queue = queue;
        this.counts = counts;
    }

    /** A part of a list and the counts; both are read as of the same moment, so that they always agree. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Board look(ItemFilter filter, ItemOrder order, Optional<String> after, Limit limit) {
        return new Board(queue.page(filter, order, after, limit), counts.of(filter));
    }

    /** The counts alone. */
    @Transactional(readOnly = true)
    public java.util.List<Board.Count> counts(ItemFilter filter) {
        return counts.of(filter);
    }
}
