package dev.undertone.moderation;

import java.util.List;

/**
 * Submissions go, with all that is kept of them but the audit trail. Published in the transaction that removes them and
 * before it does, so that whoever keeps something of them removes it in the same.
 *
 * @param submissions which ones, at most 500 at once
 */
public record SubmissionsRemoved(List<SubmissionId> submissions) {

    /** Copies the list. */
    public SubmissionsRemoved {
        submissions = List.copyOf(submissions);
    }
}
