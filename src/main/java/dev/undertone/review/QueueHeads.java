package dev.undertone.review;

import dev.undertone.policy.QueueName;
import dev.undertone.review.reader.Heaviness;
import dev.undertone.review.reader.NextPreference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the queues, read straight from the database: it has to be quick with 100,000 items. */
@Component
// The statements stand apart from the code that fills them in.
@SuppressWarnings("InlineFormatString")
class QueueHeads {

    /** So many people can try for the head of a queue at once and still find one each. */
    static final int WIDTH = 50;

    /** The order names all columns of the index, as H2 only then reads it instead of sorting. */
    private static final String HEAD = """
            (select id, status, ranked_at, target_seconds from reviewable
            where queue = :queue%1$d and status = '%2$s' and %3$s
            order by queue, status, ranked_at, id fetch first %4$d rows only)""";

    private static final String BEYOND = " and ranked_at >= :ranked%1$d and (ranked_at > :ranked%1$d or id > :id%1$d)";

    private static final String AS_URGENT = " and ranked_at >= :ranked%1$d";

    /** How far behind the head a lighter item is looked for. */
    static final int DEPTH = 500;

    private static final String LIGHT_HEAD = """
            (select id, status, ranked_at, target_seconds from
            (select id, status, ranked_at, target_seconds, %4$s as heaviness from reviewable
            where queue = :queue%1$d and status = '%2$s' and %3$s
            order by queue, status, ranked_at, id fetch first %5$d rows only) head%1$d%2$s
            where heaviness < :heavy order by ranked_at, id fetch first %6$d rows only)""";

    private final JdbcClient jdbc;
    private final QueueNames names;
    private final ReviewSettings settings;

    QueueHeads(JdbcClient jdbc, QueueNames names, ReviewSettings settings) {
        this.jdbc = jdbc;
        this.names = names;
        this.settings = settings;
    }

    /**
     * The next items that nobody holds, the most urgent first; or lighter ones before them, if that is the wish.
     *
     * @param behind only what comes behind this place
     */
    List<Candidate> free(Line line, NextPreference.Wish wish, Optional<Standpoint> behind, Instant now) {
        List<Stream> streams = streams(line, wish, behind);
        if (streams.isEmpty()) {
            return List.of();
        }
        List<Candidate> free = new ArrayList<>();
        if (wish.lighter()) {
            free.addAll(heads(streams, behind, now, QueueHeads::light));
        }
        free.addAll(heads(streams, behind, now, QueueHeads::any));
        return free;
    }

    private List<Stream> streams(Line line, NextPreference.Wish wish, Optional<Standpoint> behind) {
        List<QueueName> queues = line.queue()
                .map(List::of)
                .orElseGet(() -> names.known().stream()
                        .filter(name -> !wish.without().contains(name))
                        .toList());
        List<Stream> streams = new ArrayList<>();
        for (QueueName queue : queues) {
            line.statuses().stream()
                    .sorted()
                    .filter(status ->
                            behind.filter(place -> place.behindAll(status)).isEmpty())
                    .forEach(status -> streams.add(new Stream(streams.size(), queue, status)));
        }
        return streams;
    }

    private static String any(Stream stream, String condition) {
        return String.format(Locale.ROOT, HEAD, stream.number(), stream.status().name(), condition, WIDTH);
    }

    private static String light(Stream stream, String condition) {
        return String.format(
                Locale.ROOT,
                LIGHT_HEAD,
                stream.number(),
                stream.status().name(),
                condition,
                Heaviness.IN_SQL,
                DEPTH,
                WIDTH);
    }

    /** All heads in one query, as each costs little beside the way to the database. */
    private List<Candidate> heads(
            List<Stream> streams, Optional<Standpoint> behind, Instant now, BiFunction<Stream, String, String> head) {
        Map<String, Object> parameters = new HashMap<>(Map.of("now", Lines.at(now), "heavy", Heaviness.HEAVY));
        List<String> heads = new ArrayList<>();
        for (Stream stream : streams) {
            parameters.put("queue" + stream.number(), stream.queue().value());
            String beyond = behind.filter(place -> !place.beforeAll(stream.status()))
                    .map(place -> beyond(stream, place, now, parameters))
                    .orElse("");
            heads.add(head.apply(stream, Lines.FREE + beyond));
        }
        Comparator<Candidate> order = Candidate.order(now);
        return jdbc.sql(String.join(" union all ", heads)).params(parameters).query(Lines::candidate).list().stream()
                .filter(found -> behind.filter(place -> order.compare(place.item(), found) >= 0)
                        .isEmpty())
                .sorted(order)
                .toList();
    }

    private String beyond(Stream stream, Standpoint place, Instant now, Map<String, Object> parameters) {
        if (place.in(stream.queue(), stream.status())) {
            parameters.put("ranked" + stream.number(), Lines.at(place.item().rankedAt()));
            parameters.put("id" + stream.number(), place.item().id());
            return String.format(Locale.ROOT, BEYOND, stream.number());
        }
        parameters.put("ranked" + stream.number(), Lines.at(place.asUrgent(settings.target(stream.queue()), now)));
        return String.format(Locale.ROOT, AS_URGENT, stream.number());
    }

    /**
     * The items of a queue and status: within them the order never changes.
     *
     * @param number tells its parameters from those of others
     */
    private record Stream(int number, QueueName queue, ReviewStatus status) {}
}
