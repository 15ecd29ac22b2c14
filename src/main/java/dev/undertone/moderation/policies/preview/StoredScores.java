package dev.undertone.moderation.policies.preview;

import dev.undertone.policy.Aspect;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the stored scores as a stream, only the columns that policies look at. */
@Component
class StoredScores {

    private final JdbcClient jdbc;

    StoredScores(DataSource database) {
        this.jdbc = JdbcClient.create(new BulkReading(database));
    }

    /**
     * Shows each selected submission, in no order. PostgreSQL streams only within a transaction.
     *
     * @param aspects what is looked at; nothing else is read, as each column costs PostgreSQL time
     */
    void forEach(Selection selection, Set<Aspect> aspects, Consumer<StoredRow> visitor) {
        StoredRow row = new StoredRow(aspects);
        // Always from some time on: H2 only then reads the index in which all these columns stand, instead of the
        // texts.
        StringBuilder sql =
                new StringBuilder("select " + row.columns() + " from submission where received_at >= :since");
        selection.until().ifPresent(time -> sql.append(" and received_at < :until"));
        selection.channel().ifPresent(name -> sql.append(" and channel = :channel"));
        JdbcClient.StatementSpec query = jdbc.sql(sql.toString());
        query.param("since", OffsetDateTime.ofInstant(selection.since().orElse(Selection.FIRST), ZoneOffset.UTC));
        selection.until().ifPresent(time -> query.param("until", OffsetDateTime.ofInstant(time, ZoneOffset.UTC)));
        selection.channel().ifPresent(name -> query.param("channel", name));
        query.query((RowCallbackHandler) result -> {
            row.read(result);
            visitor.accept(row);
        });
    }
}
