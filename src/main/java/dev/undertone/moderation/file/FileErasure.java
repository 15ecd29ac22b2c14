package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.moderation.file.BlankedLines.Span;
import dev.undertone.textfile.FieldRow;
import dev.undertone.textfile.FieldRow.Broken;
import dev.undertone.textfile.FieldRow.Fields;
import dev.undertone.textfile.UnreadableFile;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes an author from what is kept of files: rejected rows, rows of uploads that are still to come, and fingerprints
 * of files that held the author. A worker that is in the middle of such a file loses its lease and begins again, behind
 * what is stored, with an edition without the author. Not removed is what a sender put into the name of a file.
 */
public class FileErasure {

    private final FileJobs jobs;
    private final RejectedRows rejectedRows;
    private final Uploads uploads;
    private final Redaction redaction;
    private final AuditTrail audit;
    private final Clock clock;

    FileErasure(
            FileJobs jobs,
            RejectedRows rejectedRows,
            Uploads uploads,
            FileIntakeSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.jobs = jobs;
        this.rejectedRows = rejectedRows;
        this.uploads = uploads;
        this.redaction = new Redaction(uploads, settings);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Removes the rows of an author: those that name the author, and those that could not be read and have the name
     * anywhere in them. Must come before the submissions of the author are looked for.
     *
     * @return how much there was, and which files may hold further rows
     * @throws ConcurrencyFailureException if a file got another edition meanwhile; whoever erases begins again
     */
    @Transactional
    public Erased erase(String author, Actor by) {
        return erase(jobs.allOpen(), author, by);
    }

    /** Does so in files as they were read, which may have changed since. */
    Erased erase(List<FileJob> open, String author, Actor by) {
        List<FileJobId> elsewhere = new ArrayList<>();
        List<Edition> editions = new ArrayList<>();
        // Uploads may be large: all of them are read and written before the first lock that others would wait for.
        for (FileJob job : open) {
            if (!job.place().folder().equals(uploads.id())) {
                elsewhere.add(job.id());
            } else {
                next(job, row -> names(row, author)).ifPresent(editions::add);
            }
        }
        int changed = 0;
        for (Edition edition : editions) {
            changed += change(edition, by) ? 1 : 0;
        }
        jobs.forgetRequestsWith(author);
        return new Erased(rejectedRows.deleteOf(author), changed, elsewhere);
    }

    /** Writes the next edition of a file with unwanted rows. */
    private Optional<Edition> next(FileJob job, Predicate<FieldRow> unwanted) {
        try {
            List<Span> lines = redaction.find(job, unwanted);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            OptionalInt next = redaction.write(job, lines, unwanted);
            next.ifPresent(written -> afterwards(() -> {}, () -> uploads.delete(job.id(), written)));
            return Optional.of(new Edition(job, lines, next));
        } catch (FileRefused gone) {
            requireNoOther(job);
            return Optional.empty();
        } catch (UnreadableFile unknown) {
            // It may hold anything, and the worker would refuse it as a whole.
            return Optional.of(new Edition(job, List.of(), OptionalInt.empty()));
        }
    }

    /** False if the file was over before anything could be changed. */
    private boolean change(Edition edition, Actor by) {
        FileJob job = edition.job();
        Optional<Long> reached = jobs.lockedAt(job.id(), job.place().edition());
        if (reached.isEmpty()) {
            requireNoOther(job);
            edition.next().ifPresent(unused -> uploads.delete(job.id(), unused));
            return false;
        }
        if (edition.next().isPresent()) {
            replace(edition, edition.next().getAsInt(), reached.get(), by);
        } else {
            end(job, by);
        }
        return true;
    }

    /** What somebody else made of the file has to be read again, since it may still hold the author. */
    private void requireNoOther(FileJob read) {
        jobs.find(read.id())
                .filter(now -> !now.state().isOver())
                .filter(now -> now.place().edition() != read.place().edition())
                .ifPresent(other -> {
                    throw new ConcurrencyFailureException("file " + read.id() + " got another edition meanwhile");
                });
    }

    /** What the worker did until now is stored; from now on it has to begin again with the new edition. */
    private void replace(Edition edition, int next, long reached, Actor by) {
        FileJob job = edition.job();
        long toCome =
                edition.without().stream().filter(line -> line.from() > reached).count();
        jobs.nextEdition(job.id(), next, toCome);
        note(
                job,
                by,
                "file.redacted",
                Map.of("rowsRemoved", Integer.toString(edition.without().size())));
        afterwards(() -> uploads.delete(job.id(), job.place().edition()), () -> {});
    }

    private void end(FileJob job, Actor by) {
        jobs.cancel(job.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        note(job, by, "file.cancelled", Map.of("state", FileJobState.CANCELLED.name()));
        afterwards(() -> uploads.delete(job.id(), job.place().edition()), () -> {});
    }

    private void note(FileJob job, Actor by, String action, Map<String, String> after) {
        Map<String, String> before = Map.of("state", job.state().name());
        audit.append(by, Change.of(action, "file", job.id().toString(), before, after));
    }

    private static void afterwards(Runnable ifKept, Runnable ifNot) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                (status == STATUS_COMMITTED ? ifKept : ifNot).run();
            }
        });
    }

    private static boolean names(FieldRow row, String author) {
        return row instanceof Broken broken
                ? broken.written().contains(author)
                : author.equals(((Fields) row).values().get("author"));
    }

    /**
     * What becomes of an upload.
     *
     * @param without the lines that its next edition has no more
     * @param next which edition that is; none if the file has to end as a whole
     */
    private record Edition(FileJob job, List<Span> without, OptionalInt next) {}

    /**
     * What was removed and what could not be.
     *
     * @param rejectedRows how many rejected rows were deleted
     * @param files how many uploads were rewritten without the author, or removed as a whole
     * @param unfinished files in the folder of another instance, which may hold further rows
     */
    public record Erased(int rejectedRows, int files, List<FileJobId> unfinished) {

        /** Copies the list. */
        public Erased {
            unfinished = List.copyOf(unfinished);
        }
    }
}
