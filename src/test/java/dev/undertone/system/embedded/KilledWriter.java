package dev.undertone.system.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program that writes until it is killed: on each thread one transaction after the other, every one with its own
 * number in each of several tables. Tables that stay empty make H2 take longer for a commit, so that more of them meet.
 */
final class KilledWriter {

    static final List<String> TABLES = List.of("one", "two", "three", "four");

    private static final int THREADS = 6;
    private static final int EMPTY_TABLES = 200;
    private static final PrintStream OUT = System.out;

    private KilledWriter() {}

    /** Writes each number to standard output once its transaction is through. */
    public static void main(String[] arguments) {
        // What the pool logs must not stand between the numbers.
        System.setOut(System.err);
        String url = arguments[0];
        AtomicLong next = new AtomicLong();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        DataSource guarded = new SingleWriter(pool, Duration.ofSeconds(20));
        makeTables(guarded);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> write(guarded, next)).start();
        }
    }

    private static void makeTables(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (int i = 0; i < EMPTY_TABLES; i++) {
            jdbc.sql("create table empty_" + i + " (id bigint primary key)").update();
        }
        for (String table : TABLES) {
            jdbc.sql("create table " + table + " (id bigint primary key, words varchar(100))")
                    .update();
            jdbc.sql("create index " + table + "_words on " + table + " (words)")
                    .update();
        }
    }

    private static void write(DataSource database, AtomicLong next) {
        JdbcClient jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        while (true) {
            long id = next.incrementAndGet();
            transaction.executeWithoutResult(status -> {
                for (String table : TABLES) {
                    jdbc.sql("insert into " + table + " (id, words) values (?, ?)")
                            .params(id, "words " + id % 100)
                            .update();
                }
            });
            synchronized (OUT) {
                OUT.println(id);
                OUT.flush();
            }
        }
    }
}
