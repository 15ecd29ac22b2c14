package dev.undertone.moderation;

import dev.undertone.audit.AuditEntry;
import java.util.List;

/** What the audit trail says of the work that another module does on submissions. */
public interface SubmissionTrail {

    /** The entries about the work on one submission, in no order; none if there was none. */
    List<AuditEntry> of(SubmissionId id);
}
