package dev.undertone.review.reading;

import dev.undertone.policy.QueueName;
import dev.undertone.review.QueueNames;
import dev.undertone.review.ReviewStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many items each queue has; counts to a bound, so that it costs the same however many there are beyond it. */
@Component
// The statements stand apart from the code that fills them in.
@SuppressWarnings("InlineFormatString")
class QueueCounts {

    private static final String PART = """
            (select cast(:queue%1$d as varchar(40)) as queue, count(*) as items from (select 1 as one from reviewable
            where queue = :queue%1$d and status = '%2$s' %3$s fetch first %4$d rows only) counted)""";

    private final JdbcClient jdbc;
    private final QueueNames names;

    QueueCounts(JdbcClient jdbc, QueueNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** The count of each queue that has any, of what a filter matches, whatever queue it names. */
    List<Board.Count> of(ItemFilter filter) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        String narrower = filter.narrower().map(more -> "and " + more).orElse("");
        List<String> parts = new ArrayList<>();
        int number = 0;
        for (QueueName queue : names.known()) {
            parameters.put("queue" + number, queue.value());
            for (ReviewStatus status : filter.statuses()) {
                parts.add(String.format(Locale.ROOT, PART, number, status.name(), narrower, Board.COUNTED + 1));
            }
            number++;
        }
        Map<String, Long> items = new TreeMap<>();
        if (!parts.isEmpty()) {
            jdbc.sql(String.join(" union all ", parts)).params(parameters).query(row -> {
                items.merge(row.getString("queue"), row.getLong("items"), Long::sum);
            });
        }
        return items.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Board.Count(new QueueName(entry.getKey()), entry.getValue()))
                .toList();
    }
}
