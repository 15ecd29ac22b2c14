package dev.undertone.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the chain in portions, each with the head as it was at the same moment: a statement sees one state of the
 * database, so the last portion ends where its head does, however many writers there are, and none of them waits.
 */
@Repository
class StoredChain implements AuditChain {

    private static final int PORTION = 1_000;

    private static final String READ = "select h.entries as head_entries, h.hash as head_hash, e.*"
            + " from (select 1 as one) o left join audit_head h on h.id = o.one"
            + " left join (select " + LinkRows.COLUMNS + " from audit_entry where sequence > ? order by sequence limit "
            + PORTION + ") e on o.one = 1 order by e.sequence";

    private final JdbcClient jdbc;

    StoredChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ChainHead head() {
        return portion(Long.MAX_VALUE).head().orElse(ChainHead.EMPTY);
    }

    @Override
    public ChainReport verify(Optional<ChainHead> exported) {
        ChainWalk walk = new ChainWalk(this::follower, exported.orElse(ChainHead.EMPTY));
        long walked = 0;
        long last = Long.MIN_VALUE;
        while (true) {
            Portion portion = portion(last);
            for (Link link : portion.links()) {
                Optional<ChainBreak> broken = walk.step(link);
                if (broken.isPresent()) {
                    return new ChainReport(count(), portion.head(), broken);
                }
                last = link.sequence();
                walked++;
            }
            if (portion.links().size() < PORTION) {
                // A database that was emptied has no head; the next entry makes one.
                Optional<ChainHead> head =
                        walked == 0 ? portion.head().or(() -> Optional.of(ChainHead.EMPTY)) : portion.head();
                return new ChainReport(walked, head, walk.end(head));
            }
        }
    }

    private Portion portion(long after) {
        return jdbc.sql(READ).param(after).query((ResultSetExtractor<Portion>) StoredChain::portion);
    }

    private static Portion portion(ResultSet rows) throws SQLException {
        Optional<ChainHead> head = Optional.empty();
        List<Link> links = new ArrayList<>();
        while (rows.next()) {
            String hash = rows.getString("head_hash");
            head = hash == null ? Optional.empty() : Optional.of(new ChainHead(rows.getLong("head_entries"), hash));
            if (rows.getString("hash") != null) {
                links.add(LinkRows.read(rows));
            }
        }
        return new Portion(head, links);
    }

    private OptionalLong follower(String hash) {
        return jdbc.sql("select min(sequence) from audit_entry where previous_hash = ?")
                .param(hash)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    /**
     * Some entries, in order.
     *
     * @param head the head at the moment when they were read
     */
    private record Portion(Optional<ChainHead> head, List<Link> links) {}
}
