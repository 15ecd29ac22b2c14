package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/** Removes what nobody needs any more: old rejected rows and keys, and uploads that a stop left behind. */
final class FileHousekeeping {

    /** Longer than an upload lies in the folder before its job is kept. */
    private static final Duration STRAY_AFTER = Duration.ofHours(1);

    private final FileJobs jobs;
    private final RejectedRows rejectedRows;
    private final Uploads uploads;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final FileIntakeSettings settings;

    FileHousekeeping(
            FileJobs jobs,
            RejectedRows rejectedRows,
            Uploads uploads,
            TransactionOperations transactions,
            AuditTrail audit,
            Clock clock,
            FileIntakeSettings settings) {
        this.jobs = jobs;
        this.rejectedRows = rejectedRows;
        this.uploads = uploads;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    void tidy() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jobs.keptSince(now.minus(settings.keepRejected())).forEach(job -> expire(job, now));
        jobs.forgetKeys(now.minus(settings.keepKeys()));
        uploads.deleteStrays(
                now.minus(STRAY_AFTER),
                jobs.open(uploads.id()).stream()
                        .map(job -> Uploads.name(job.id(), job.place().edition()))
                        .collect(Collectors.toSet()));
    }

    private void expire(FileJob job, Instant now) {
        transactions.executeWithoutResult(running -> {
            if (jobs.rejectedRemoved(job.id(), now)) {
                int rows = rejectedRows.delete(job.id());
                audit.append(
                        Actor.service(),
                        Change.of(
                                "file.expired",
                                "file",
                                job.id().toString(),
                                Map.of(),
                                Map.of("rejectedRowsRemoved", Integer.toString(rows))));
            }
        });
    }
}
