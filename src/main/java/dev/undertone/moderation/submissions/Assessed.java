package dev.undertone.moderation.submissions;

import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.policy.Evidence;
import java.util.Optional;

/**
 * Something new, and what the machine made of it.
 *
 * @param submission what came in
 * @param assessment what the machine said
 */
public record Assessed(NewSubmission submission, Assessment assessment) {

    /** What a policy judges by; empty without scores. */
    public Optional<Evidence> evidence() {
        return assessment.scoring().map(scoring -> evidence(submission, scoring));
    }

    /** What a policy judges by. */
    public static Evidence evidence(NewSubmission submission, Scoring scoring) {
        return new Evidence(
                scoring.scores(),
                scoring.notices(),
                submission.channel(),
                submission.text().length());
    }
}
