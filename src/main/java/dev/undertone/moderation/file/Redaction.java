package dev.undertone.moderation.file;

import dev.undertone.moderation.file.BlankedLines.Ends;
import dev.undertone.moderation.file.BlankedLines.Span;
import dev.undertone.textfile.FieldRow;
import dev.undertone.textfile.FieldRows;
import dev.undertone.textfile.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Rewrites an upload without some of its rows. They become blank lines, so that what is known of the lines of the
 * others stays true; an edition in which another row came out differently is not used.
 */
final class Redaction {

    private final Uploads uploads;
    private final FileIntakeSettings settings;

    Redaction(Uploads uploads, FileIntakeSettings settings) {
        this.uploads = uploads;
        this.settings = settings;
    }

    /**
     * The lines of the unwanted rows of an upload, one span a row.
     *
     * @throws UnreadableFile if it cannot be read to its end
     * @throws FileRefused if it is no longer there
     */
    List<Span> find(FileJob job, Predicate<FieldRow> unwanted) {
        List<Span> found = new ArrayList<>();
        long begun = 0;
        try (FieldRows rows = open(job, job.place().edition())) {
            while (rows.hasNext()) {
                FieldRow row = rows.next();
                if (begun > 0) {
                    found.add(new Span(begun, row.line()));
                }
                begun = unwanted.test(row) ? row.line() : 0;
            }
        }
        if (begun > 0) {
            found.add(new Span(begun, Long.MAX_VALUE));
        }
        return found;
    }

    /** Writes a next edition and says which; none if that cannot be done without touching other rows. */
    OptionalInt write(FileJob job, List<Span> lines, Predicate<FieldRow> unwanted) {
        int next = uploads.claim(job.id(), job.place().edition());
        boolean written = false;
        try {
            for (Ends ends : Ends.values()) {
                copy(job, next, new BlankedLines(lines, ends));
                if (isTheSameButFor(unwanted, job, next)) {
                    written = true;
                    return OptionalInt.of(next);
                }
            }
            return OptionalInt.empty();
        } finally {
            if (!written) {
                uploads.delete(job.id(), next);
            }
        }
    }

    private void copy(FileJob job, int next, BlankedLines blanked) {
        try (InputStream before = uploads.open(job.id(), job.place().edition())) {
            uploads.rewrite(job.id(), next, out -> blanked.copy(before, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isTheSameButFor(Predicate<FieldRow> unwanted, FileJob job, int next) {
        try (FieldRows before = open(job, job.place().edition());
                FieldRows after = open(job, next)) {
            while (before.hasNext()) {
                FieldRow row = before.next();
                if (!unwanted.test(row) && !(after.hasNext() && after.next().equals(row))) {
                    return false;
                }
            }
            return !after.hasNext();
        } catch (UnreadableFile unclear) {
            return false;
        }
    }

    private FieldRows open(FileJob job, int edition) {
        return FieldRows.open(
                job.origin().name(), uploads.open(job.id(), edition), settings.limits(), RowReading.NAMES);
    }
}
