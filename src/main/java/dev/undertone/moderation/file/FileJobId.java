package dev.undertone.moderation.file;

import java.util.Optional;
import java.util.UUID;

/**
 * Names a file that was handed in.
 *
 * @param value grows with time, so that ids sort by age
 */
public record FileJobId(UUID value) {

    private static final int LENGTH = 36;

    /** The id written like this, or empty if none can be. */
    public static Optional<FileJobId> parse(String written) {
        try {
            return written.length() == LENGTH ? Optional.of(new FileJobId(UUID.fromString(written))) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
