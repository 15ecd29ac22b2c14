package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.moderation.file.FileRefused.NoSuchFile;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.textfile.FieldRows;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Where files of submissions are handed in and looked after; {@link FileWorker} does the work. */
public class FileIntake {

    private static final String CANCELLED = FileJobState.CANCELLED.name();

    private final FileJobs jobs;
    private final UploadKeys keys;
    private final RejectedRows rejectedRows;
    private final Uploads uploads;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final FileIntakeSettings settings;
    private final ObjectProvider<FileBackground> background;

    FileIntake(
            FileJobs jobs,
            UploadKeys keys,
            RejectedRows rejectedRows,
            Uploads uploads,
            TransactionOperations transactions,
            AuditTrail audit,
            Clock clock,
            FileIntakeSettings settings,
            ObjectProvider<FileBackground> background) {
        this.jobs = jobs;
        this.keys = keys;
        this.rejectedRows = rejectedRows;
        this.uploads = uploads;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        this.background = background;
    }

    /**
     * Stores a file safely for the worker; its beginning is looked at, the rest is not.
     *
     * @return the job, or the one that the same request made before
     * @throws dev.undertone.textfile.UnreadableFile if the beginning shows that it is no file of submissions
     */
    public ReceivedFile receive(FileOffer offer, InputStream body) throws IOException {
        UploadKeys.Held key = keys.hold(offer);
        try {
            Optional<FileJob> before = keys.usedFor(offer);
            return before.isPresent()
                    ? keys.again(before.get(), offer.origin(Uploads.measure(body, settings.maxUpload())))
                    : take(offer, body);
        } finally {
            key.letGo();
        }
    }

    private ReceivedFile take(FileOffer offer, InputStream body) throws IOException {
        if (jobs.countOpen() >= settings.maxOpen()) {
            throw new FileRefused.TooManyOpen(settings.maxOpen());
        }
        FileJobId id = new FileJobId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        Uploads.Stored stored = uploads.store(id, 0, body, settings.maxUpload());
        try {
            FieldRows.open(offer.name(), uploads.open(id, 0), settings.limits(), RowReading.NAMES)
                    .close();
        } catch (RuntimeException unreadable) {
            uploads.delete(id, 0);
            throw unreadable;
        }
        try {
            keep(id, offer.origin(stored));
        } catch (DuplicateKeyException elsewhere) {
            uploads.delete(id, 0);
            return keys.again(keys.usedFor(offer).orElseThrow(() -> elsewhere), offer.origin(stored));
        }
        background.ifAvailable(FileBackground::wake);
        return ReceivedFile.first(get(id));
    }

    private void keep(FileJobId id, FileJob.Origin origin) {
        transactions.executeWithoutResult(running -> {
            jobs.add(id, origin, uploads.id(), now());
            note(
                    "file.received",
                    id,
                    origin.by(),
                    Map.of(),
                    Map.of("state", FileJobState.RECEIVED.name(), "bytes", Long.toString(origin.bytes())));
        });
    }

    /** One file. */
    public FileJob get(FileJobId id) {
        return jobs.find(id).orElseThrow(NoSuchFile::new);
    }

    /** All files, the newest first. */
    public Page<FileJob> list(Limit limit, Optional<String> after) {
        int found = limit.value() + 1;
        return Page.of(
                after.map(cursor -> before(Cursor.decode(cursor, 2), found)).orElseGet(() -> jobs.newest(found)),
                limit.value(),
                job -> Cursor.encode(
                        job.times().receivedAt().toString(), job.id().toString()));
    }

    private List<FileJob> before(Cursor cursor, int most) {
        Instant at = Cursor.time(cursor.parts().get(0));
        return jobs.before(at, FileJobId.parse(cursor.parts().get(1)).orElseThrow(BadCursor::new), most);
    }

    /** Ends a file where it stands; what was submitted until then stays. */
    public FileJob cancel(FileJobId id, Actor by) {
        FileJob before = get(id);
        transactions.executeWithoutResult(running -> {
            if (!jobs.cancel(id, now())) {
                throw new FileRefused.AlreadyOver(id, get(id).state());
            }
            note("file.cancelled", id, by, state(before), Map.of("state", CANCELLED));
        });
        removeUpload(before);
        return get(id);
    }

    /** Removes everything that holds texts, the upload and the rejected rows; ends the file if it is not over. */
    public void delete(FileJobId id, Actor by) {
        FileJob before = get(id);
        transactions.executeWithoutResult(running -> {
            boolean ended = jobs.cancel(id, now());
            if (jobs.rejectedRemoved(id, now())) {
                int rows = rejectedRows.delete(id);
                note(
                        "file.deleted",
                        id,
                        by,
                        state(before),
                        Map.of(
                                "state",
                                ended ? CANCELLED : before.state().name(),
                                "rejectedRowsRemoved",
                                Integer.toString(rows)));
            }
        });
        removeUpload(before);
    }

    /** The rejected rows of a file. */
    public RejectedFile rejected(FileJobId id) {
        if (get(id).times().rejectedRemovedAt().isPresent()) {
            throw new FileRefused.RowsRemoved(id);
        }
        return new RejectedFile(rejectedRows, id);
    }

    /** What lies in another folder is removed by the instance that has it. */
    private void removeUpload(FileJob job) {
        if (job.place().folder().equals(uploads.id())) {
            uploads.delete(job.id(), job.place().edition());
        }
    }

    private void note(String action, FileJobId id, Actor by, Map<String, String> before, Map<String, String> after) {
        audit.append(by, Change.of(action, "file", id.toString(), before, after));
    }

    private static Map<String, String> state(FileJob job) {
        return Map.of("state", job.state().name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
