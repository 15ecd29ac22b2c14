package dev.undertone.moderation.submissions;

import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import java.util.Optional;

/**
 * What makes two submissions the same one.
 *
 * @param channel where the text was posted
 * @param externalId its name in the system that sent it
 */
public record SubmissionKey(String channel, String externalId) {

    /** The key of something new; empty if nothing can be the same. */
    public static Optional<SubmissionKey> of(NewSubmission submission) {
        return submission.externalId().map(id -> new SubmissionKey(submission.channel(), id));
    }

    /** The key of something stored; empty if nothing can be the same. */
    static Optional<SubmissionKey> of(SubmissionDetails.Origin origin) {
        return origin.externalId().map(id -> new SubmissionKey(origin.channel(), id));
    }
}
