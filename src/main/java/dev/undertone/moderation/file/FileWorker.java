package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.textfile.UnreadableFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Goes on with every file of its folder that can go on, one after the other, and says of the others why they cannot.
 */
final class FileWorker {

    private static final Logger LOG = LoggerFactory.getLogger(FileWorker.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;
    private final FileJobs jobs;
    private final Uploads uploads;
    private final FileRun run;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final FileIntakeSettings settings;

    FileWorker(
            JdbcClient jdbc,
            FileJobs jobs,
            Uploads uploads,
            FileRun run,
            TransactionOperations transactions,
            AuditTrail audit,
            Clock clock,
            FileIntakeSettings settings) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.uploads = uploads;
        this.run = run;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** Works until nothing can go on at the moment, or until it is told to stop. */
    void workOff(BooleanSupplier goOn) {
        for (FileJob job : jobs.open(uploads.id())) {
            JobLease lease = new JobLease(jdbc, clock, settings.lease(), job.id());
            if (goOn.getAsBoolean() && lease.take()) {
                jobs.find(job.id()).ifPresent(taken -> workOrLeave(taken, lease, goOn));
            }
        }
    }

    private void workOrLeave(FileJob job, JobLease lease, BooleanSupplier goOn) {
        try {
            work(job, lease, goOn);
        } catch (JobLease.Lost lost) {
            LOG.info("File {} was cancelled or rewritten, or is worked on elsewhere", job.id());
        }
    }

    private void work(FileJob job, JobLease lease, BooleanSupplier goOn) {
        try {
            run.run(job, lease, goOn);
        } catch (UnreadableFile | FileRefused unreadable) {
            fail(job, lease, String.valueOf(unreadable.getMessage()));
        } catch (ClassifierUnavailable away) {
            int attempts = attempts(job);
            Instant next = next(away.retryAfter(), attempts);
            lease.pause(
                    "The model cannot be asked (tried " + attempts + " times): " + away.getMessage()
                            + " Nothing is lost; the file goes on by itself, next at " + next + ".",
                    attempts,
                    next);
        } catch (JobLease.Lost lost) {
            throw lost;
        } catch (RuntimeException | VirtualMachineError | LinkageError fault) {
            stumble(job, lease, fault);
        }
    }

    /** Whatever stands in the way may be mended, so nothing that was handed in is given up for it. */
    private void stumble(FileJob job, JobLease lease, Throwable fault) {
        LOG.error("File {} stumbled", job.id(), fault);
        int attempts = attempts(job);
        long line = jobs.find(job.id()).map(now -> now.progress().lineReached()).orElse(0L);
        Instant next = next(attempts < settings.maxAttempts() ? SHORTEST_WAIT : settings.longestWait(), attempts);
        lease.pause(
                "An unexpected fault stands in the way after line " + line + " (tried " + attempts
                        + " times); the log of the service says more. Nothing is lost; the file goes on by itself, next at "
                        + next + ".",
                attempts,
                next);
    }

    private void fail(FileJob job, JobLease lease, String error) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(running -> {
            lease.failed(error.substring(0, Math.min(error.length(), LONGEST_ERROR)), now);
            audit.append(
                    Actor.service(),
                    Change.of(
                            "file.finished",
                            "file",
                            job.id().toString(),
                            Map.of("state", FileJobState.RUNNING.name()),
                            Map.of("state", FileJobState.FAILED.name())));
        });
        uploads.delete(job.id(), job.place().edition());
    }

    /** With this one; those before the last progress do not count. */
    private int attempts(FileJob job) {
        return jobs.find(job.id()).map(FileJob::attempts).orElse(0) + 1;
    }

    /** What is asked for, doubled with each attempt, within bounds. */
    private Instant next(Duration asked, int attempts) {
        Duration first = asked.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : asked;
        Duration longer = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration wait = longer.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : longer;
        return clock.instant().plus(wait).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
