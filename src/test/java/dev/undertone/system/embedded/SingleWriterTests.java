package dev.undertone.system.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two people at a real H2: the test itself, which writes, and another one, who would like to. */
final class SingleWriterTests {

    private static final String CHANGE = "update item set words = 'changed' where id = %d";
    private static final String APPEND = "update item set words = words || ', then mine' where id = 2";

    private final DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:single-writer");
    private final SingleWriter guarded = new SingleWriter(database, Duration.ofMinutes(1));
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    /** The database is there for as long as somebody is connected. */
    private final Connection keeper;

    private final Connection mine;

    SingleWriterTests() throws SQLException {
        this.keeper = database.getConnection();
        this.mine = guarded.getConnection();
    }

    @BeforeEach
    void makeRows() throws SQLException {
        write(mine, "create table item (id int primary key, words varchar(100))");
        write(mine, "insert into item values (1, 'first'), (2, 'first')");
        mine.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        mine.close();
        other.shutdownNow();
        keeper.close();
    }

    @Test
    void whoWritesKeepsOthersWaitingUntilTheConnectionIsGivenBack() throws Exception {
        write(mine, CHANGE.formatted(1));
        Future<?> theirs = later(connection -> write(connection, CHANGE.formatted(2)));
        awaitTurn(theirs);

        mine.commit();
        write(mine, APPEND);
        mine.rollback();
        write(mine, APPEND);
        mine.setAutoCommit(true);
        write(mine, APPEND);
        mine.close();

        theirs.get();
        assertThat(words(1)).isEqualTo("changed");
        // Had they come between, some of what was appended would stand behind their words.
        assertThat(words(2)).isEqualTo("changed");
    }

    @Test
    void aBatchOnAPreparedStatementIsAWriteAsWell() throws Exception {
        try (PreparedStatement statement = mine.prepareStatement("insert into item values (?, 'batch')")) {
            statement.setInt(1, 3);
            statement.addBatch();
            statement.executeBatch();
        }

        assertOthersWaitForMe();
    }

    @Test
    void whoLocksARowWritesToo() throws Exception {
        try (PreparedStatement statement = mine.prepareStatement("select id from item where id = 1 FOR UPDATE");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
        }

        assertOthersWaitForMe();
    }

    @Test
    void readingGoesOnMeanwhile() throws Exception {
        write(mine, CHANGE.formatted(1));

        assertThat(other.submit(() -> words(1)).get()).isEqualTo("first");
    }

    @Test
    void aWriteOutsideATransactionTakesItsTurnToo() throws Exception {
        mine.setAutoCommit(true);
        write(mine, CHANGE.formatted(1));

        assertOthersWaitForMe();
    }

    @Test
    void aStatementThatFailedLeavesTheTurnToItsConnection() throws Exception {
        assertThatThrownBy(() -> write(mine, "insert into item values (1, 'there already')"))
                .isInstanceOf(SQLException.class);

        assertOthersWaitForMe();
    }

    @Test
    void aTransactionWithinAnotherMayWrite() throws Exception {
        write(mine, CHANGE.formatted(1));
        try (Connection within = guarded.getConnection()) {
            within.setAutoCommit(false);
            write(within, CHANGE.formatted(2));
            within.commit();
        }

        assertOthersWaitForMe();
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        SingleWriter impatient = new SingleWriter(database, Duration.ofMillis(1));
        try (Connection first = impatient.getConnection()) {
            first.setAutoCommit(false);
            write(first, CHANGE.formatted(1));
            Future<?> second = other.submit(tried(impatient, connection -> write(connection, CHANGE.formatted(2))));

            assertThatThrownBy(second::get)
                    .cause()
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessageContaining("kept writing");
        }
        assertThat(words(2)).isEqualTo("first");
    }

    private Future<?> later(Work work) {
        return other.submit(tried(guarded, work));
    }

    private static Callable<Void> tried(SingleWriter on, Work work) {
        return () -> {
            try (Connection connection = on.getConnection()) {
                work.on(connection);
            }
            return null;
        };
    }

    /** Another one's write goes through once my connection is closed, and not before. */
    private void assertOthersWaitForMe() throws Exception {
        Future<?> theirs = later(connection -> write(connection, CHANGE.formatted(2)));
        awaitTurn(theirs);

        mine.close();

        theirs.get();
    }

    /** Until the other waits for the turn; fails if it did not have to. */
    private void awaitTurn(Future<?> theirs) {
        while (guarded.waiting() < 1) {
            assertThat(theirs).isNotDone();
        }
    }

    private static void write(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String words(int id) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select words from item where id = " + id)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is done with a connection. */
    private interface Work {

        void on(Connection connection) throws SQLException;
    }
}
