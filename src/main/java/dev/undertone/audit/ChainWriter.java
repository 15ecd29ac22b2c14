package dev.undertone.audit;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Lengthens the chain, within the running transaction. */
@Repository
class ChainWriter {

    /** A driver keeps all rows of a batch in memory, and a transaction may have any number of entries. */
    private static final int AT_ONCE = 1_000;

    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    ChainWriter(EntityManager entities, JdbcTemplate jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /**
     * Links these entries to the end of the chain, in order.
     *
     * @throws ChainBroken if the head is missing or does not name the last entry
     */
    void write(List<Pending.Noted> noted) {
        // First the locks on what was changed, then the one that all wait for: the same order for everyone, and short.
        entities.flush();
        ChainHead head = lockHead();
        List<Link> links = new ArrayList<>(noted.size());
        for (Pending.Noted entry : noted) {
            Link link = Link.after(head, entry);
            links.add(link);
            head = link.asHead();
        }
        insert(links);
        jdbc.update("update audit_head set entries = ?, hash = ? where id = 1", head.count(), head.hash());
    }

    /** The head is ours, so nobody but a stranger can have put something where it says that the chain ends. */
    private void insert(List<Link> links) {
        try {
            jdbc.batchUpdate(LinkRows.INSERT, links, AT_ONCE, LinkRows::fill);
        } catch (DuplicateKeyException taken) {
            throw new ChainBroken("the head of the audit chain names an end behind which there are entries", taken);
        }
    }

    private ChainHead lockHead() {
        return lockExisting().orElseGet(() -> {
            createHead();
            return lockExisting().orElseThrow(() -> new ChainBroken("the head of the audit chain does not stay", null));
        });
    }

    private Optional<ChainHead> lockExisting() {
        return jdbc
                .query(
                        "select entries, hash from audit_head where id = 1 for update",
                        (row, number) -> new ChainHead(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** Begins the chain anew where nothing is left of one; another transaction may be doing the same. */
    private void createHead() {
        Savepoint before = savepoint();
        try {
            jdbc.update("insert into audit_head (id, entries, hash) values (1, ?, ?)", 0, ChainHead.EMPTY.hash());
        } catch (DuplicateKeyException made) {
            rollbackTo(before);
            return;
        }
        // Only now: before, they could be those of the transaction that was faster.
        if (!jdbc.queryForList("select sequence from audit_entry limit 1").isEmpty()) {
            throw new ChainBroken("there are audit entries, but the head of their chain is missing", null);
        }
    }

    private Savepoint savepoint() {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> connection.setSavepoint()));
    }

    private void rollbackTo(Savepoint savepoint) {
        jdbc.execute((Connection connection) -> {
            connection.rollback(savepoint);
            return true;
        });
    }
}
