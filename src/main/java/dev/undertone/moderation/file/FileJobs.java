package dev.undertone.moderation.file;

import static dev.undertone.moderation.file.JobRow.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of files. Every change is one guarded update that says in its condition what must still be true, since
 * other instances may change the same row.
 */
final class FileJobs {

    private final JdbcClient jdbc;

    FileJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new one. */
    void add(FileJobId id, FileJob.Origin origin, UUID folder, Instant at) {
        jdbc.sql("""
                insert into file_job (id, name, channel, idempotency_key, digest, bytes, folder, edition, state,
                    line_reached, rows_read, submitted, already_known, rejected, attempts, received_at,
                    actor_kind, actor_id, actor_name, actor_address)
                values (:id, :name, :channel, :key, :digest, :bytes, :folder, 0, 'RECEIVED', 0, 0, 0, 0, 0, 0, :at,
                    :kind, :actor, :actorName, :address)""")
                .param("id", id.value())
                .param("name", origin.name())
                .param("channel", origin.channel().orElse(null))
                .param("key", origin.repetition().map(FileJob.Repetition::key).orElse(null))
                .param(
                        "digest",
                        origin.repetition().map(FileJob.Repetition::digest).orElse(null))
                .param("bytes", origin.bytes())
                .param("folder", folder)
                .param("at", time(at))
                .param("kind", origin.by().kind().name())
                .param("actor", origin.by().id())
                .param("actorName", origin.by().name())
                .param("address", origin.by().address().orElse(null))
                .update();
    }

    Optional<FileJob> find(FileJobId id) {
        return jdbc.sql("select * from file_job where id = :id")
                .param("id", id.value())
                .query(JobRow::read)
                .optional();
    }

    Optional<FileJob> findByKey(String actorId, String key) {
        return jdbc.sql("select * from file_job where actor_id = :actor and idempotency_key = :key")
                .param("actor", actorId)
                .param("key", key)
                .query(JobRow::read)
                .optional();
    }

    /** Forgets the keys of uploads that were received at a moment or before, and the fingerprints with them. */
    int forgetKeys(Instant until) {
        return jdbc.sql("""
                update file_job set idempotency_key = null, digest = null
                where idempotency_key is not null and received_at <= :until""").param("until", time(until)).update();
    }

    /** The newest first. */
    List<FileJob> newest(int limit) {
        return jdbc.sql("select * from file_job order by received_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(JobRow::read)
                .list();
    }

    /** The newest first of those before a place in this order. */
    List<FileJob> before(Instant at, FileJobId id, int limit) {
        return jdbc.sql("""
                select * from file_job where received_at <= :at and (received_at < :at or id < :id)
                order by received_at desc, id desc limit :limit""")
                .param("at", time(at))
                .param("id", id.value())
                .param("limit", limit)
                .query(JobRow::read)
                .list();
    }

    int countOpen() {
        return jdbc.sql("select count(*) from file_job where state in (:open)")
                .param("open", FileJobState.open())
                .query(Integer.class)
                .single();
    }

    /** Those that are not over, of one folder, the oldest first. */
    List<FileJob> open(UUID folder) {
        return jdbc.sql("select * from file_job where folder = :folder and state in (:open) order by received_at, id")
                .param("folder", folder)
                .param("open", FileJobState.open())
                .query(JobRow::read)
                .list();
    }

    /** Those that are not over, of all folders. */
    List<FileJob> allOpen() {
        return jdbc.sql("select * from file_job where state in (:open)")
                .param("open", FileJobState.open())
                .query(JobRow::read)
                .list();
    }

    /** Those that ended before a moment and whose rejected rows are still kept. */
    List<FileJob> keptSince(Instant before) {
        return jdbc.sql("""
                select * from file_job where rejected_removed_at is null and finished_at < :before
                order by finished_at limit 100""").param("before", time(before)).query(JobRow::read).list();
    }

    /** Ends one that is not over; false if it was. */
    boolean cancel(FileJobId id, Instant at) {
        return jdbc.sql("""
                update file_job set state = 'CANCELLED', finished_at = :at, error = null, next_attempt_at = null,
                    lease_owner = null, lease_until = null
                where id = :id and state in (:open)""")
                        .param("id", id.value())
                        .param("at", time(at))
                        .param("open", FileJobState.open())
                        .update()
                == 1;
    }

    /** Notes that everything with texts in it is gone, and a fingerprint of them with it; false if it was before. */
    boolean rejectedRemoved(FileJobId id, Instant at) {
        return jdbc.sql("""
                update file_job set rejected_removed_at = :at, idempotency_key = null, digest = null
                where id = :id and rejected_removed_at is null""").param("id", id.value()).param("at", time(at)).update() == 1;
    }

    /** The line that an open file of this edition has reached, locked until the transaction ends. */
    Optional<Long> lockedAt(FileJobId id, int edition) {
        return jdbc.sql("""
                select line_reached from file_job where id = :id and edition = :edition and state in (:open)
                for update""")
                .param("id", id.value())
                .param("edition", edition)
                .param("open", FileJobState.open())
                .query(Long.class)
                .optional();
    }

    /**
     * Has a locked file gone on with in another edition, with fewer rows to come; whoever was at it is not any more.
     */
    void nextEdition(FileJobId id, int edition, long fewer) {
        jdbc.sql("""
                update file_job set edition = :edition, total = total - :fewer, lease_owner = null, lease_until = null,
                    next_attempt_at = null, idempotency_key = null, digest = null
                where id = :id""")
                .param("id", id.value())
                .param("edition", edition)
                .param("fewer", fewer)
                .update();
    }

    /**
     * Removes what a repetition of an upload is told by, where the upload held rows of an author: by its rejected rows,
     * or because its sender sent something of the author while it was worked on. A fingerprint of a small file would
     * tell whoever guesses what stood in it.
     */
    void forgetRequestsWith(String author) {
        jdbc.sql("""
                update file_job set idempotency_key = null, digest = null
                where digest is not null and (
                    exists (select 1 from file_rejected r where r.job_id = file_job.id
                        and (r.author = :author or (r.author is null and position(:author in r.text) > 0)))
                    or exists (select 1 from submission s where s.author = :author
                        and s.submitted_by = file_job.actor_id and s.received_at >= file_job.received_at
                        and (file_job.finished_at is null or s.received_at <= file_job.finished_at)))""").param("author", author).update();
    }
}
