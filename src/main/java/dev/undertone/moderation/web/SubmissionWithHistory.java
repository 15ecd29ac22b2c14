package dev.undertone.moderation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.undertone.audit.AuditEntry;
import dev.undertone.moderation.submissions.KeptSubmission;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A stored submission, and what has happened to it.
 *
 * @param submission what is kept of it
 * @param history the entries of the audit trail about it, in order
 */
record SubmissionWithHistory(@JsonUnwrapped SubmissionBody submission, List<Event> history) {

    static SubmissionWithHistory of(KeptSubmission kept, List<AuditEntry> entries) {
        return new SubmissionWithHistory(
                SubmissionBody.of(kept), entries.stream().map(Event::of).toList());
    }

    /**
     * An entry of the audit trail.
     *
     * @param action what was done
     * @param at when
     * @param by the name of who did it
     * @param before what changed, as it was
     * @param after what changed, as it became
     */
    record Event(String action, Instant at, String by, Map<String, String> before, Map<String, String> after) {

        static Event of(AuditEntry entry) {
            return new Event(
                    entry.change().action(),
                    entry.at(),
                    entry.by().name(),
                    entry.change().before(),
                    entry.change().after());
        }
    }
}
