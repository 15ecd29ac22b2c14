package dev.undertone.moderation.file.web;

import dev.undertone.moderation.file.FileJob;
import dev.undertone.moderation.file.FileJobState;
import dev.undertone.moderation.file.FileProgress;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file of submissions as programs see it.
 *
 * @param id which one
 * @param name what its sender called it
 * @param channel where rows without a channel of their own belong; null if each names its own
 * @param state how far it has come
 * @param error why it waits or failed
 * @param bytes as they came
 * @param rows how many rows have been dealt with, and how
 * @param receivedAt when it was stored
 * @param startedAt when its first rows were read
 * @param finishedAt when it was over
 * @param nextAttemptAt when it goes on, if it waits
 * @param rejectedRemovedAt since when the rejected rows are gone
 */
record FileJobBody(
        String id,
        String name,
        @Nullable String channel,
        FileJobState state,
        @Nullable String error,
        long bytes,
        Rows rows,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant rejectedRemovedAt) {

    static FileJobBody of(FileJob job) {
        return new FileJobBody(
                job.id().toString(),
                job.origin().name(),
                job.origin().channel().orElse(null),
                job.state(),
                job.error().orElse(null),
                job.origin().bytes(),
                Rows.of(job.progress()),
                job.times().receivedAt(),
                job.times().startedAt().orElse(null),
                job.times().finishedAt().orElse(null),
                job.times().nextAttemptAt().orElse(null),
                job.times().rejectedRemovedAt().orElse(null));
    }

    /**
     * How many rows have been dealt with, and how.
     *
     * @param read all of them
     * @param submitted new submissions
     * @param alreadyKnown those whose external id was stored in their channel before
     * @param rejected those that can be no submission
     * @param total rows of the whole file; null until they have been counted
     */
    record Rows(
            long read,
            long submitted,
            long alreadyKnown,
            long rejected,
            @Nullable Long total) {

        static Rows of(FileProgress progress) {
            OptionalLong total = progress.total();
            return new Rows(
                    progress.rowsRead(),
                    progress.submitted(),
                    progress.alreadyKnown(),
                    progress.rejected(),
                    total.isPresent() ? total.getAsLong() : null);
        }
    }
}
