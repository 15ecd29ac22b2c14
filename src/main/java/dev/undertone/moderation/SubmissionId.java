package dev.undertone.moderation;

import java.util.UUID;

/**
 * Names a stored submission.
 *
 * @param value grows with time, so that ids sort by age
 */
public record SubmissionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
