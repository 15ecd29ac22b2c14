package dev.undertone.administration.web.page;

import dev.undertone.review.ReviewStatus;
import dev.undertone.review.reading.ReviewQueue.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many items of a queue wait.
 *
 * @param queue its name
 * @param waiting items that nobody has decided about
 */
record QueueLength(String queue, long waiting) {

    static List<QueueLength> of(List<Count> counts) {
        Map<String, Long> lengths = new TreeMap<>();
        for (Count count : counts) {
            long waiting = ReviewStatus.waiting().contains(count.status()) ? count.items() : 0;
            lengths.merge(count.queue().value(), waiting, Long::sum);
        }
        List<QueueLength> all = new ArrayList<>();
        lengths.forEach((queue, waiting) -> all.add(new QueueLength(queue, waiting)));
        return all;
    }
}
