package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.textfile.FieldRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the rows of one file, chunk by chunk. What has been reached is kept in the very transaction that stores the
 * submissions of a chunk, so that a chunk is either done or not begun, wherever the service is stopped.
 */
final class FileRun {

    private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);
    private static final int COUNTED_AT_ONCE = 50_000;

    private final BulkIntake intake;
    private final Uploads uploads;
    private final RejectedRows rejectedRows;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final FileIntakeSettings settings;

    FileRun(
            BulkIntake intake,
            Uploads uploads,
            RejectedRows rejectedRows,
            TransactionOperations transactions,
            AuditTrail audit,
            Clock clock,
            FileIntakeSettings settings) {
        this.intake = intake;
        this.uploads = uploads;
        this.rejectedRows = rejectedRows;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Goes on where the file was left.
     *
     * @param goOn asked between two chunks; if it says no, the file is left to whoever comes next
     * @throws dev.undertone.classification.ClassifierUnavailable if the model cannot be asked now
     * @throws dev.undertone.textfile.UnreadableFile if the file cannot be read to its end
     * @throws JobLease.Lost if the file was cancelled, or somebody else goes on with it
     */
    void run(FileJob job, JobLease lease, BooleanSupplier goOn) {
        FileProgress progress = job.progress();
        if (progress.total().isEmpty()) {
            progress = progress.counted(count(job, lease, progress));
            lease.checkpoint(progress);
        }
        try (FieldRows rows = open(job)) {
            RowReading reading = new RowReading(rows, job.origin().channel());
            while (goOn.getAsBoolean()) {
                List<ReadRow> chunk = reading.next(settings.chunk(), progress.lineReached());
                if (chunk.isEmpty()) {
                    finish(job, lease, progress);
                    return;
                }
                progress = take(job, lease, progress, chunk);
            }
        }
        lease.release();
    }

    /** Reads the file to its end, so that one that is broken somewhere is refused before any of it is submitted. */
    private long count(FileJob job, JobLease lease, FileProgress progress) {
        long count = 0;
        try (FieldRows rows = open(job)) {
            for (; rows.hasNext(); count++) {
                rows.next();
                if (count % COUNTED_AT_ONCE == COUNTED_AT_ONCE - 1) {
                    lease.checkpoint(progress);
                }
            }
        }
        return count;
    }

    private FileProgress take(FileJob job, JobLease lease, FileProgress progress, List<ReadRow> chunk) {
        List<ReadRow.Good> good = chunk.stream()
                .filter(ReadRow.Good.class::isInstance)
                .map(ReadRow.Good.class::cast)
                .toList();
        List<RejectedRow> bad = chunk.stream()
                .filter(ReadRow.Bad.class::isInstance)
                .map(row -> ((ReadRow.Bad) row).row())
                .toList();
        long line = chunk.get(chunk.size() - 1).line();
        if (good.isEmpty()) {
            return transactions.execute(running -> keep(job, lease, progress.after(line, 0, 0, bad.size()), bad));
        }
        FileProgress[] reached = {progress};
        try {
            intake.submitAll(
                    good.stream().map(ReadRow.Good::submission).toList(),
                    job.origin().by(),
                    receipts -> {
                        long created =
                                receipts.stream().filter(Receipt::created).count();
                        reached[0] = keep(
                                job, lease, progress.after(line, created, receipts.size() - created, bad.size()), bad);
                    });
            return reached[0];
        } catch (DataIntegrityViolationException refused) {
            return takeOneByOne(job, lease, progress, chunk, refused);
        }
    }

    /** One row that the database refuses must not take its neighbours with it. */
    private FileProgress takeOneByOne(
            FileJob job,
            JobLease lease,
            FileProgress progress,
            List<ReadRow> chunk,
            DataIntegrityViolationException refused) {
        if (chunk.size() == 1 && chunk.get(0) instanceof ReadRow.Good row) {
            LOG.warn("Line {} of file {} could not be stored", row.line(), job.id(), refused);
            return take(job, lease, progress, List.of(new ReadRow.Bad(row.rejected("the row could not be stored"))));
        }
        FileProgress reached = progress;
        for (ReadRow row : chunk) {
            reached = take(job, lease, reached, List.of(row));
        }
        return reached;
    }

    private FileProgress keep(FileJob job, JobLease lease, FileProgress reached, List<RejectedRow> bad) {
        lease.checkpoint(reached);
        rejectedRows.add(job.id(), bad);
        return reached;
    }

    private void finish(FileJob job, JobLease lease, FileProgress progress) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(running -> {
            lease.done(now);
            audit.append(
                    Actor.service(),
                    Change.of(
                            "file.finished",
                            "file",
                            job.id().toString(),
                            Map.of("state", FileJobState.RUNNING.name()),
                            Map.of(
                                    "state", FileJobState.DONE.name(),
                                    "submitted", Long.toString(progress.submitted()),
                                    "alreadyKnown", Long.toString(progress.alreadyKnown()),
                                    "rejected", Long.toString(progress.rejected()))));
        });
        uploads.delete(job.id(), job.place().edition());
    }

    private FieldRows open(FileJob job) {
        return FieldRows.open(
                job.origin().name(),
                uploads.open(job.id(), job.place().edition()),
                settings.limits(),
                RowReading.NAMES);
    }
}
