package dev.undertone.moderation.file;

import dev.undertone.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that was handed in, at one moment.
 *
 * @param id which one
 * @param origin what came, and from whom
 * @param place where the upload lies
 * @param state how far it has come
 * @param progress how many rows have been dealt with
 * @param error why it waits or failed
 * @param attempts how often the next rows have been tried in vain
 * @param times when what happened
 */
public record FileJob(
        FileJobId id,
        Origin origin,
        Place place,
        FileJobState state,
        FileProgress progress,
        Optional<String> error,
        int attempts,
        Times times) {

    /** As it was in the moment when it was stored, whatever has become of it since. */
    FileJob asReceived() {
        return new FileJob(
                id,
                origin,
                place,
                FileJobState.RECEIVED,
                FileProgress.NONE,
                Optional.empty(),
                0,
                new Times(times.receivedAt(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * What came, and from whom.
     *
     * @param name what the sender calls the file
     * @param channel where rows without a channel of their own belong
     * @param bytes as they came, packed or not
     * @param repetition what a repetition of the same upload is told by
     * @param by who sent it; its submissions are made in their name
     */
    public record Origin(
            String name, Optional<String> channel, long bytes, Optional<Repetition> repetition, Actor by) {}

    /**
     * What a repetition of the same upload is told by.
     *
     * @param key what the sender calls the request
     * @param digest SHA-256 of the bytes in hexadecimal digits
     */
    record Repetition(String key, String digest) {}

    /**
     * Where the upload lies.
     *
     * @param folder which folder: each instance of the service may have its own
     * @param edition grows when the file is rewritten
     */
    record Place(UUID folder, int edition) {}

    /**
     * When what happened.
     *
     * @param receivedAt when the file was stored
     * @param startedAt when its first rows were read
     * @param finishedAt when it was over
     * @param nextAttemptAt when it goes on, if it waits
     * @param rejectedRemovedAt since when its rejected rows are gone
     */
    public record Times(
            Instant receivedAt,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<Instant> nextAttemptAt,
            Optional<Instant> rejectedRemovedAt) {}
}
