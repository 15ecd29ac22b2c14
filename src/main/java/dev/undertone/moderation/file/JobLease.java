package dev.undertone.moderation.file;

import static dev.undertone.moderation.file.JobRow.number;
import static dev.undertone.moderation.file.JobRow.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right of one worker to go on with a file. Each step renews it and fails if somebody else has it, or if the file
 * was cancelled, so that the transaction around the step is undone.
 */
final class JobLease {

    private static final String MINE = " where id = :id and lease_owner = :owner and state = 'RUNNING'";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration length;
    private final FileJobId job;
    private final UUID owner;

    JobLease(JdbcClient jdbc, Clock clock, Duration length, FileJobId job) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.length = length;
        this.job = job;
        this.owner = UUID.randomUUID();
    }

    /** Takes the file on, unless it is over, has to wait, or somebody else is at it. */
    boolean take() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update file_job set state = 'RUNNING', lease_owner = :owner, lease_until = :until,
                    next_attempt_at = null, started_at = coalesce(started_at, :now)
                where id = :id and state in (:open) and (lease_until is null or lease_until < :now)
                    and (next_attempt_at is null or next_attempt_at <= :now)""")
                        .param("id", job.value())
                        .param("owner", owner)
                        .param("until", time(now.plus(length)))
                        .param("now", time(now))
                        .param("open", FileJobState.open())
                        .update()
                == 1;
    }

    /** Says that it is still being worked on, and that the way is free again. */
    void checkpoint(FileProgress progress) {
        require(jdbc.sql("""
                update file_job set line_reached = :line, rows_read = :rows, submitted = :submitted,
                    already_known = :known, rejected = :rejected, total = :total, attempts = 0, error = null,
                    lease_until = :until""" + MINE)
                .param("line", progress.lineReached())
                .param("rows", progress.rowsRead())
                .param("submitted", progress.submitted())
                .param("known", progress.alreadyKnown())
                .param("rejected", progress.rejected())
                .param("total", number(progress.total()))
                .param("until", time(clock.instant().plus(length)))
                .param("id", job.value())
                .param("owner", owner)
                .update());
    }

    /** Leaves the file to itself for a while. */
    void pause(String error, int attempts, Instant next) {
        require(jdbc.sql("""
                update file_job set state = 'WAITING', error = :error, attempts = :attempts, next_attempt_at = :next,
                    lease_owner = null, lease_until = null""" + MINE)
                .param("error", error)
                .param("attempts", attempts)
                .param("next", time(next))
                .param("id", job.value())
                .param("owner", owner)
                .update());
    }

    /** Leaves the file to whoever comes next. */
    void release() {
        jdbc.sql("update file_job set lease_owner = null, lease_until = null" + MINE)
                .param("id", job.value())
                .param("owner", owner)
                .update();
    }

    void done(Instant at) {
        require(jdbc.sql("""
                update file_job set state = 'DONE', finished_at = :at, lease_owner = null, lease_until = null""" + MINE)
                .param("at", time(at))
                .param("id", job.value())
                .param("owner", owner)
                .update());
    }

    void failed(String error, Instant at) {
        require(jdbc.sql("""
                update file_job set state = 'FAILED', error = :error, finished_at = :at, lease_owner = null,
                    lease_until = null""" + MINE)
                .param("error", error)
                .param("at", time(at))
                .param("id", job.value())
                .param("owner", owner)
                .update());
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new Lost();
        }
    }

    /** Somebody else has the file now, or it was cancelled. */
    static final class Lost extends RuntimeException {
        Lost() {
            super("the lease is lost");
        }
    }
}
