package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A chain, and somebody who may do anything to its tables.
 *
 * @param trail writes it
 * @param chain checks it
 */
record Tampering(AuditTrail trail, AuditChain chain, JdbcTemplate jdbc, PlatformTransactionManager manager) {

    /** With the parts of a running service. */
    static Tampering in(ApplicationContext context) {
        return new Tampering(
                context.getBean(AuditTrail.class),
                context.getBean(AuditChain.class),
                context.getBean(JdbcTemplate.class),
                context.getBean(PlatformTransactionManager.class));
    }

    /** Appends entries to subjects numbered from the first to the last, in one transaction. */
    void append(int first, int last) {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            for (int i = first; i <= last; i++) {
                trail.append(
                        new Actor(Actor.Kind.PERSON, "id-" + i, "Zoë " + i, Optional.of("192.0.2." + i % 250)),
                        new Change(
                                "thing.made",
                                "thing",
                                "subject-" + i,
                                Map.of("state", "old"),
                                Map.of("state", "new", "place", "München \u0000 \ud83d\ude00"),
                                Optional.of("emotion-distilbert"),
                                Optional.of("default/1")));
            }
        });
    }

    /** Runs these statements past what keeps the table append-only. */
    void run(String... statements) {
        trigger("disable");
        try {
            for (String statement : statements) {
                jdbc.execute(statement);
            }
        } finally {
            trigger("enable");
        }
    }

    private void trigger(String verb) {
        if (onPostgres()) {
            jdbc.execute("alter table audit_entry " + verb + " trigger audit_entry_append_only");
        }
    }

    boolean onPostgres() {
        return "PostgreSQL"
                .equals(jdbc.execute(
                        (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
    }

    /** Moves all entries from this one on, the last first so that no two meet. */
    void shift(long from, long by) {
        List<String> moves = new ArrayList<>();
        for (long place : jdbc.queryForList(
                "select sequence from audit_entry where sequence >= ? order by sequence" + (by > 0 ? " desc" : ""),
                Long.class,
                from)) {
            moves.add("update audit_entry set sequence = " + (place + by) + " where sequence = " + place);
        }
        run(moves.toArray(String[]::new));
    }

    /** Puts an entry with a right hash of its own into a place that is free. */
    void forge(long place, String previousHash) {
        ChainHead before = new ChainHead(place - 1, previousHash);
        Link forged = Link.after(
                before,
                new Pending.Noted(
                        Instant.parse("2026-01-05T09:00:00Z"),
                        Actor.service(),
                        Change.of("thing.forged", "thing", "forged", Map.of(), Map.of())));
        jdbc.batchUpdate(LinkRows.INSERT, List.of(forged), 1, LinkRows::fill);
    }

    /** The stored hash of an entry. */
    String hash(long place) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select hash from audit_entry where sequence = ?", String.class, place));
    }

    /** What the check says without help from outside. */
    Optional<ChainBreak> found() {
        return chain.verify(Optional.empty()).firstBroken();
    }

    /** Asserts that this was found there. */
    static void assertIs(ChainBreak broken, long place, ChainBreak.Kind kind) {
        assertThat(broken.kind()).as(broken.detail()).isEqualTo(kind);
        assertThat(broken.sequence()).as(broken.detail()).isEqualTo(place);
        assertThat(broken.detail()).startsWith("audit entry " + place + ": ").doesNotContain("\n");
    }
}
