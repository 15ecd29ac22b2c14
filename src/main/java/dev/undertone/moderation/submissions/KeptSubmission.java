package dev.undertone.moderation.submissions;

import dev.undertone.moderation.SubmissionDetails;
import java.util.Optional;

/**
 * Everything that is kept of a submission.
 *
 * @param details what other modules see of it
 * @param outcome what people decided; empty while nobody has
 * @param submittedBy the id of the actor who sent it
 */
public record KeptSubmission(SubmissionDetails details, Optional<Outcome> outcome, String submittedBy) {}
