package dev.undertone.review.triage;

import dev.undertone.account.Caller;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.reading.ItemDetails;
import dev.undertone.review.reading.ReviewQueue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at many open items at once. */
@Component
@Transactional(readOnly = true)
public class Triage {

    /** How many items of a range are shown. */
    public static final int SAMPLE = 20;

    private final JdbcClient jdbc;
    private final ReviewQueue queue;
    private final ReviewItems items;

    Triage(JdbcClient jdbc, ReviewQueue queue, ReviewItems items) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.items = items;
    }

    /** How the scores of the open items are spread, in one query that an index answers. */
    public Histogram histogram(TriageFilter filter) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(Bins.COUNT, 0));
        int[] unread = new int[1];
        jdbc.sql(String.format(
                        Locale.ROOT,
                        "select %1$s as bin, count(*) as items from reviewable where %2$s group by %1$s",
                        filter.bin(),
                        filter.condition()))
                .params(filter.parameters())
                .query(row -> {
                    int count = row.getInt("items");
                    int bin = row.getInt("bin");
                    if (row.wasNull()) {
                        unread[0] = count;
                    } else {
                        counts.set(bin, count);
                    }
                });
        return new Histogram(counts, unread[0]);
    }

    /**
     * The items of a range that one decision is about, and some of them to look at.
     *
     * @param seed the same one draws the same items as long as they are there
     */
    public Portion portion(TriageFilter filter, Bins bins, long seed, Caller caller) {
        List<Row> rows = jdbc.sql(String.format(
                        Locale.ROOT, """
                select r.id, case when r.holder_id <> :caller
                    and (r.lease_expires_at is null or r.lease_expires_at > :now) then 1 else 0 end as elsewhere
                from (select id from reviewable where %s and %s >= :from and %s < :to
                    order by created_at, id fetch first %d rows only) oldest
                join reviewable r on r.id = oldest.id order by r.created_at, r.id
                """, filter.condition(), filter.bin(), filter.bin(), BulkDecisions.MOST))
                .params(filter.parameters())
                .param("caller", caller.actor().id())
                .param("now", items.now().atOffset(ZoneOffset.UTC))
                .param("from", bins.from())
                .param("to", bins.to())
                .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getInt("elsewhere")))
                .list();
        List<UUID> ids = rows.stream().map(Row::id).toList();
        return new Portion(ids, rows.stream().mapToInt(Row::elsewhere).sum(), sample(ids, seed));
    }

    /** Drawn by a hash of each item's id, so that one that goes makes room for one and leaves the others. */
    private List<ItemDetails> sample(List<UUID> ids, long seed) {
        List<UUID> drawn = ids.stream()
                .sorted(Comparator.comparingLong((UUID id) -> lot(id, seed)).thenComparing(id -> id))
                .limit(SAMPLE)
                .toList();
        Map<UUID, ItemDetails> details = queue.findAll(drawn);
        return drawn.stream().map(details::get).filter(Objects::nonNull).toList();
    }

    private static long lot(UUID id, long seed) {
        return new SplittableRandom(seed ^ id.getMostSignificantBits() ^ id.getLeastSignificantBits()).nextLong();
    }

    /** The rules and channels of the open items that came in last, for a choice. */
    public Offer offer() {
        Set<String> rules = new TreeSet<>();
        Set<String> channels = new TreeSet<>();
        jdbc.sql(String.format(Locale.ROOT, """
                select distinct rule, channel from (select rule, channel from reviewable where status = 'OPEN'
                order by status desc, created_at desc, id desc fetch first %d rows only) latest
                """, Offer.DEPTH)).query(row -> {
            Optional.ofNullable(row.getString("rule")).ifPresent(rules::add);
            Optional.ofNullable(row.getString("channel")).ifPresent(channels::add);
        });
        return new Offer(List.copyOf(rules), List.copyOf(channels));
    }

    /** An item and whether somebody else has it. */
    private record Row(UUID id, int elsewhere) {}

    /**
     * What can be chosen.
     *
     * @param rules that held open items
     * @param channels where they were posted
     */
    public record Offer(List<String> rules, List<String> channels) {
        /** Among so many items whatever matters comes up. */
        static final int DEPTH = 1000;
    }
}
