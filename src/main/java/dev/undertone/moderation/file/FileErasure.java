package dev.undertone.moderation.file;

import dev.undertone.textfile.FieldRow;
import dev.undertone.textfile.FieldRow.Broken;
import dev.undertone.textfile.FieldRow.Fields;
import dev.undertone.textfile.FieldRows;
import dev.undertone.textfile.UnreadableFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds an author in what is kept of files. Rejected rows are deleted. An upload that is still being worked through is
 * not rewritten under the worker's hands but named, since its further rows would bring the author back: whoever erases
 * deletes that file ({@link FileIntake#delete}), or erases again once it is done and its upload is gone by itself.
 */
public class FileErasure {

    private final FileJobs jobs;
    private final RejectedRows rejectedRows;
    private final Uploads uploads;
    private final FileIntakeSettings settings;

    FileErasure(FileJobs jobs, RejectedRows rejectedRows, Uploads uploads, FileIntakeSettings settings) {
        this.jobs = jobs;
        this.rejectedRows = rejectedRows;
        this.uploads = uploads;
        this.settings = settings;
    }

    /**
     * Deletes the rejected rows of an author within the running transaction: those that name the author, and those that
     * could not be read and have the name anywhere in them.
     *
     * @return how many rows there were, and which files still hold or may hold further ones
     */
    public Erased erase(String author) {
        int rows = rejectedRows.deleteOf(author);
        List<FileJobId> holding = new ArrayList<>();
        for (FileJob job : jobs.allOpen()) {
            boolean elsewhere = !job.place().folder().equals(uploads.id());
            if (elsewhere || mayHold(job, author)) {
                holding.add(job.id());
            }
        }
        return new Erased(rows, holding);
    }

    /** Looks at the rows that are still to come; what cannot be read may hold anything. */
    private boolean mayHold(FileJob job, String author) {
        try (FieldRows rows = FieldRows.open(
                job.origin().name(),
                uploads.open(job.id(), job.place().edition()),
                settings.limits(),
                RowReading.NAMES)) {
            while (rows.hasNext()) {
                if (names(rows.next(), author)) {
                    return true;
                }
            }
            return false;
        } catch (FileRefused gone) {
            return false;
        } catch (UnreadableFile unknown) {
            return true;
        }
    }

    private static boolean names(FieldRow row, String author) {
        return row instanceof Broken broken
                ? broken.written().contains(author)
                : author.equals(((Fields) row).values().get("author"));
    }

    /**
     * What was erased and what could not be.
     *
     * @param rejectedRows how many rejected rows were deleted
     * @param unfinished files whose upload holds, or may hold, rows of the author; those in the folder of another
     *     instance are always among them
     */
    public record Erased(int rejectedRows, List<FileJobId> unfinished) {

        /** Copies the list. */
        public Erased {
            unfinished = List.copyOf(unfinished);
        }
    }
}
