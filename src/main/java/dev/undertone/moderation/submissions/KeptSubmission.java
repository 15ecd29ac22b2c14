package dev.undertone.moderation.submissions;

import dev.undertone.moderation.SubmissionDetails;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that is kept of a submission.
 *
 * @param details what other modules see of it
 * @param outcome what people decided; empty while nobody has
 * @param submittedBy the id of the actor who sent it
 * @param erasedAt since when its words and names are gone; empty while they are kept
 */
public record KeptSubmission(
        SubmissionDetails details, Optional<Outcome> outcome, String submittedBy, Optional<Instant> erasedAt) {}
