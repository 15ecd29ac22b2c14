package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a job from its row. */
final class JobRow {

    private JobRow() {}

    static FileJob read(ResultSet row, int number) throws SQLException {
        return new FileJob(
                new FileJobId(row.getObject("id", UUID.class)),
                origin(row),
                new FileJob.Place(row.getObject("folder", UUID.class), row.getInt("edition")),
                FileJobState.valueOf(row.getString("state")),
                progress(row),
                text(row, "error"),
                row.getInt("attempts"),
                new FileJob.Times(
                        time(row, "received_at").orElseThrow(),
                        time(row, "started_at"),
                        time(row, "finished_at"),
                        time(row, "next_attempt_at"),
                        time(row, "rejected_removed_at")));
    }

    private static FileJob.Origin origin(ResultSet row) throws SQLException {
        return new FileJob.Origin(
                row.getString("name"),
                text(row, "channel"),
                row.getLong("bytes"),
                repetition(row),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        text(row, "actor_address")));
    }

    private static Optional<FileJob.Repetition> repetition(ResultSet row) throws SQLException {
        String key = row.getString("idempotency_key");
        return key == null ? Optional.empty() : Optional.of(new FileJob.Repetition(key, row.getString("digest")));
    }

    private static FileProgress progress(ResultSet row) throws SQLException {
        Long total = row.getObject("total", Long.class);
        return new FileProgress(
                row.getLong("line_reached"),
                row.getLong("rows_read"),
                row.getLong("submitted"),
                row.getLong("already_known"),
                row.getLong("rejected"),
                total == null ? OptionalLong.empty() : OptionalLong.of(total));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A time as both databases take it. */
    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A number as a column takes it. */
    static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
