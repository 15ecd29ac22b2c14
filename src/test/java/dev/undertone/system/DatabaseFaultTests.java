package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

final class DatabaseFaultTests {

    @ParameterizedTest
    @CsvSource({
        "08006, BROKE_OFF", // PostgreSQL: connection failure
        "57P01, BROKE_OFF", // PostgreSQL: ended by its administrator
        "90067, BROKE_OFF", // H2: connection broken
        "90098, BROKE_OFF", // H2: database closed
        "40001, BUSY", // serialization failure; H2: deadlock
        "40P01, BUSY", // PostgreSQL: deadlock
        "55P03, BUSY", // PostgreSQL: lock not available
        "HYT00, BUSY", // H2: lock timeout
        "57014, BUSY", // cancelled, as by a time limit
        "53100, CANNOT_WRITE", // PostgreSQL: disk full
        "90028, CANNOT_WRITE", // H2: input or output failed
        "90031, CANNOT_WRITE"
    })
    void theStateSaysWhatIsWrong(String state, DatabaseFault fault) {
        PersistenceException failure = new PersistenceException(new SQLException("could not insert into x", state));
        assertThat(DatabaseFault.behind(failure)).contains(fault);
    }

    @Test
    void aFileThatCannotGrowIsAFullDisk() {
        SQLException failure = new SQLException("General error", "HY000", new IOException("File too large"));
        assertThat(DatabaseFault.behind(new PersistenceException(failure))).contains(DatabaseFault.CANNOT_WRITE);
        assertThat(DatabaseFault.behind(new PersistenceException(new SQLException("General error", "HY000"))))
                .isEmpty();
    }

    @Test
    void withoutAConnectionNothingWasStored() {
        SQLException none = new SQLTransientConnectionException("Connection is not available, timed out after 3000ms");
        assertThat(DatabaseFault.behind(new CannotGetJdbcConnectionException("no", none)))
                .contains(DatabaseFault.AWAY);
        assertThat(DatabaseFault.behind(new CannotCreateTransactionException("no", none)))
                .contains(DatabaseFault.AWAY);
    }

    @Test
    void aConnectionThatEndsLeavesOpenWhatWasStored() {
        assertThat(DatabaseFault.behind(new DataAccessResourceFailureException("commit failed")))
                .contains(DatabaseFault.BROKE_OFF);
    }

    @Test
    void aRollbackThatFindsItsConnectionGoneIsTheDatabasesFault() {
        assertThat(DatabaseFault.behind(new PersistenceException(new SQLException("Connection is closed"))))
                .contains(DatabaseFault.BROKE_OFF);
    }

    @Test
    void whoeverGetsNoLockIsToldToComeAgain() {
        assertThat(DatabaseFault.behind(new CannotAcquireLockException("row"))).contains(DatabaseFault.BUSY);
        assertThat(DatabaseFault.behind(new OptimisticLockingFailureException("row")))
                .contains(DatabaseFault.BUSY);
    }

    @Test
    void aMistakeOfOursIsNotBlamedOnTheDatabase() {
        assertThat(DatabaseFault.behind(new DataIntegrityViolationException("x", new SQLException("unique", "23505"))))
                .isEmpty();
        assertThat(DatabaseFault.behind(new PersistenceException(new SQLException("no such column", "42S22"))))
                .isEmpty();
    }
}
