package dev.undertone.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the rows of a table that PostgreSQL reads. */
public final class RowsRead {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** Reads with these. */
    public RowsRead(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** How many rows of a table are read where its indexes are used, which a small table seems not to be worth. */
    public long of(String table, Runnable reading) {
        Long read = transaction.execute(running -> {
            for (String otherwise : List.of("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin")) {
                jdbc.sql("set local enable_" + otherwise + " = off").update();
            }
            jdbc.sql("analyze " + table).update();
            long before = soFar(table);
            reading.run();
            return soFar(table) - before;
        });
        return read == null ? -1 : read;
    }

    /** In this transaction. */
    private long soFar(String table) {
        return jdbc.sql("""
                select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = ?""").param(table).query(Long.class).single();
    }
}
