package dev.undertone.review.reading;

import dev.undertone.policy.QueueName;
import dev.undertone.review.QueueNames;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.priority.Priority;
import dev.undertone.review.reading.Positions.Position;
import dev.undertone.review.reading.Positions.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Items in the order of their priority. Within a queue and status that order stands in an index; of each of these the
 * next ones are read and then merged, so that a page costs the same however long the queues are.
 */
@Component
// The statements stand apart from the code that fills them in.
@SuppressWarnings("InlineFormatString")
class Heads {

    private static final String HEAD = """
            (select id, queue, status, ranked_at, target_seconds from reviewable
            where queue = :queue%1$d and status = '%2$s' %3$s
            order by queue, status, ranked_at, id fetch first %4$d rows only)""";

    private static final String BEYOND = "and ranked_at >= :ranked%1$d and (ranked_at > :ranked%1$d or id > :id%1$d)";

    private final JdbcClient jdbc;
    private final QueueNames names;

    Heads(JdbcClient jdbc, QueueNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** The places behind a place, or from the start, by the priorities of one moment. */
    List<Place> after(ItemFilter filter, Instant now, Optional<Place> last, int most) {
        Instant asOf = last.map(Place::asOf).orElse(now);
        Positions positions = last.map(place -> Positions.read(place.key())).orElseGet(Positions::new);
        List<Stream> streams = streams(filter);
        if (streams.isEmpty()) {
            return List.of();
        }
        return merged(heads(streams, filter, positions, most), positions, asOf, most);
    }

    private List<Stream> streams(ItemFilter filter) {
        List<QueueName> queues = filter.queue().map(List::of).orElseGet(names::known);
        List<Stream> streams = new ArrayList<>();
        for (QueueName queue : queues) {
            filter.statuses().stream().sorted().forEach(status -> streams.add(new Stream(queue.value(), status)));
        }
        return streams;
    }

    private Iterable<Deque<Head>> heads(List<Stream> streams, ItemFilter filter, Positions positions, int most) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            int number = i;
            Stream stream = streams.get(i);
            parameters.put("queue" + i, stream.queue());
            String narrower = filter.narrower().map(more -> "and " + more).orElse("");
            String beyond = positions
                    .of(stream)
                    .map(position -> {
                        parameters.put("ranked" + number, position.rankedAt().atOffset(ZoneOffset.UTC));
                        parameters.put("id" + number, position.id());
                        return String.format(Locale.ROOT, BEYOND, number) + " ";
                    })
                    .orElse("");
            selects.add(String.format(Locale.ROOT, HEAD, i, stream.status().name(), beyond + narrower, most));
        }
        Map<Stream, Deque<Head>> heads = new LinkedHashMap<>();
        jdbc
                .sql(String.join(" union all ", selects))
                .params(parameters)
                .query((row, number) -> new Head(
                        new Stream(row.getString("queue"), ReviewStatus.valueOf(row.getString("status"))),
                        row.getObject("id", UUID.class),
                        row.getObject("ranked_at", OffsetDateTime.class).toInstant(),
                        Duration.ofSeconds(row.getLong("target_seconds"))))
                .list()
                .stream()
                // Nobody promises that a union keeps the order of its parts.
                .sorted(Comparator.comparing(Head::rankedAt)
                        .thenComparing(head -> head.id().toString()))
                .forEach(head -> heads.computeIfAbsent(head.stream(), stream -> new ArrayDeque<>())
                        .add(head));
        return heads.values();
    }

    private static List<Place> merged(Iterable<Deque<Head>> heads, Positions positions, Instant asOf, int most) {
        PriorityQueue<Deque<Head>> order = new PriorityQueue<>(
                Comparator.comparing((Deque<Head> stream) -> -stream.element().priority(asOf))
                        .thenComparing(stream -> stream.element().id()));
        heads.forEach(order::add);
        List<Place> places = new ArrayList<>();
        while (!order.isEmpty() && places.size() < most) {
            Deque<Head> stream = order.remove();
            Head next = stream.remove();
            positions.pass(next.stream(), new Position(next.rankedAt(), next.id()));
            places.add(new Place(ItemOrder.PRIORITY, asOf, positions.write(), next.id()));
            if (!stream.isEmpty()) {
                order.add(stream);
            }
        }
        return places;
    }

    /** An item near the head of a queue. */
    private record Head(Stream stream, UUID id, Instant rankedAt, Duration target) {
        double priority(Instant asOf) {
            return Priority.total(asOf, rankedAt, target);
        }
    }
}
