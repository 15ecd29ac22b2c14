package dev.undertone.moderation;

import dev.undertone.audit.Actor;
import java.util.List;

/**
 * Submissions go, with all that is kept of them but the audit trail. Published in the transaction that removes them and
 * before it does, so that whoever keeps something of them removes it in the same.
 *
 * @param submissions which ones, at most 500 at once
 * @param by who removes them
 */
public record SubmissionsRemoved(List<SubmissionId> submissions, Actor by) {

    /** Copies the list. */
    public SubmissionsRemoved {
        submissions = List.copyOf(submissions);
    }
}
