package dev.undertone.system;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What keeps the database from doing its work, in words for a caller, who can do nothing but come again. */
enum DatabaseFault {
    AWAY(
            HttpStatus.SERVICE_UNAVAILABLE,
            5,
            "The database cannot be reached at the moment; nothing was stored. Try again in 5 s."),
    BROKE_OFF(
            HttpStatus.SERVICE_UNAVAILABLE,
            5,
            "The database went away in the middle of this request. Send it again in 5 s, with the same Idempotency-Key "
                    + "if it had one: what was already stored is then not stored twice."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            1,
            "The database is too busy with other requests; nothing was stored. Try again in 1 s."),
    CANNOT_WRITE(
            HttpStatus.INSUFFICIENT_STORAGE,
            60,
            "The database cannot write, as when its disk is full. Nothing can be stored until the operator has made "
                    + "room; what was stored before is safe.");

    private static final Set<String> CANNOT_WRITE_STATES = Set.of("53100", "58030", "90028", "90031");
    private static final Set<String> BUSY_STATES = Set.of("40001", "40P01", "55P03", "57014", "HYT00", "53300");
    private static final Set<String> CLOSED_STATES = Set.of("90007", "90067", "90098", "90121");

    /** With which H2 also reports that its file cannot grow; the reason for it stands behind. */
    private static final String H2_GENERAL_ERROR = "HY000";

    private static final String CONNECTION_GONE = "08003";

    private final HttpStatus status;
    private final int retryAfterSeconds;
    private final String detail;

    DatabaseFault(HttpStatus status, int retryAfterSeconds, String detail) {
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
        this.detail = detail;
    }

    /** Finds the fault behind a failure; empty if the failure is one of the statement and not of the database. */
    static Optional<DatabaseFault> behind(Throwable failure) {
        List<Throwable> causes = causes(failure);
        List<String> states = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> state((SQLException) cause))
                .toList();
        if (states.stream().anyMatch(CANNOT_WRITE_STATES::contains)
                || (states.contains(H2_GENERAL_ERROR) && any(causes, IOException.class))) {
            return Optional.of(CANNOT_WRITE);
        }
        if (any(causes, CannotCreateTransactionException.class, CannotGetJdbcConnectionException.class)) {
            return Optional.of(AWAY);
        }
        if (states.stream().anyMatch(BUSY_STATES::contains)
                || any(causes, ConcurrencyFailureException.class, QueryTimeoutException.class)) {
            return Optional.of(BUSY);
        }
        boolean cutOff = any(causes, SQLTransientConnectionException.class, SQLRecoverableException.class)
                || any(causes, DataAccessResourceFailureException.class)
                || states.stream().anyMatch(DatabaseFault::saysClosed);
        return cutOff ? Optional.of(BROKE_OFF) : Optional.empty();
    }

    /** The pool's own failures have no state, as when a transaction is rolled back whose connection is gone. */
    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null && "Connection is closed".equals(failure.getMessage())
                ? CONNECTION_GONE
                : String.valueOf(state);
    }

    private static boolean saysClosed(String state) {
        return state.startsWith("08") || state.startsWith("57P") || CLOSED_STATES.contains(state);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static boolean any(List<Throwable> causes, Class<?>... types) {
        return causes.stream().anyMatch(cause -> Arrays.stream(types).anyMatch(type -> type.isInstance(cause)));
    }

    HttpStatus status() {
        return status;
    }

    /** Seconds to wait, as the header {@code Retry-After} wants them. */
    String retryAfter() {
        return Integer.toString(retryAfterSeconds);
    }

    ProblemDetail asProblem() {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
