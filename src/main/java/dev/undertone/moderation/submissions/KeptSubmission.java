package dev.undertone.moderation.submissions;

import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.util.Optional;

/**
 * Everything that is kept of a submission.
 *
 * @param details what other modules see of it
 * @param verdict what the machine said, or a hold where it could say nothing
 * @param queue where a person looks at it; empty if nobody has to
 * @param outcome what people decided; empty while nobody has
 * @param submittedBy the id of the actor who sent it
 */
public record KeptSubmission(
        SubmissionDetails details,
        Verdict verdict,
        Optional<QueueName> queue,
        Optional<Outcome> outcome,
        String submittedBy) {}
