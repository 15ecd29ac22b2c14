package dev.undertone.audit.web;

import dev.undertone.audit.AuditFilter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filters of the list, as query parameters. */
record EntryQuery(
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant since,
        @Nullable Instant until) {

    AuditFilter asFilter() {
        return new AuditFilter(
                Optional.ofNullable(subjectType),
                Optional.ofNullable(subjectId),
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                Optional.ofNullable(since),
                Optional.ofNullable(until));
    }
}
