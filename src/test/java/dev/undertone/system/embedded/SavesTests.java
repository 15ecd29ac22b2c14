package dev.undertone.system.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one writes, nobody else makes H2 save: half of what is being written would be in it. */
final class SavesTests {

    private final HikariDataSource pool = new HikariDataSource();
    private final String url;
    private SingleWriter guarded;
    private Connection writer;
    private long before;

    SavesTests(@TempDir Path folder) {
        FilePath.register(new CountedFiles());
        this.url = "jdbc:h2:counted:" + folder.resolve("database") + ";WRITE_DELAY=0";
    }

    @BeforeEach
    void beginToWrite() throws SQLException {
        pool.setJdbcUrl(url);
        guarded = new SingleWriter(pool, Duration.ofMinutes(1));
        writer = guarded.getConnection();
        write("create table item (id int primary key)");
        writer.setAutoCommit(false);
        write("insert into item values (1)");
        before = CountedFiles.writes();
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        pool.close();
    }

    @Test
    void aCommitSaves() throws SQLException {
        writer.commit();

        assertThat(CountedFiles.writes()).isGreaterThan(before);
    }

    @Test
    void aReaderThatCommitsDoesNot() throws SQLException {
        try (Connection reader = guarded.getConnection()) {
            read(reader);
            reader.commit();
        }

        assertNothingSaved();
    }

    @Test
    void aReaderThatRollsBackDoesNot() throws SQLException {
        try (Connection reader = guarded.getConnection()) {
            read(reader);
            reader.rollback();
        }

        assertNothingSaved();
    }

    @Test
    void aReaderThatLeavesItsTransactionOpenDoesNot() throws SQLException {
        try (Connection reader = guarded.getConnection()) {
            read(reader);
        }

        assertNothingSaved();
    }

    @Test
    void aReaderOutsideATransactionDoesNot() throws SQLException {
        try (Connection reader = guarded.getConnection()) {
            count(reader);
        }

        assertNothingSaved();
    }

    @Test
    void aNewConnectionOfThePoolDoesNot() throws SQLException {
        DriverManager.getConnection(url).close();

        assertNothingSaved();
    }

    private void assertNothingSaved() {
        assertThat(CountedFiles.writes()).isEqualTo(before);
    }

    private static void read(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        assertThat(count(reader)).isZero();
    }

    private static int count(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from item")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void write(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
