package dev.undertone.audit.web;

import dev.undertone.audit.AuditFilter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filters of the list, as query parameters. */
record EntryQuery(
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String since,
        @Nullable String until) {

    AuditFilter asFilter() {
        return new AuditFilter(
                Optional.ofNullable(subjectType),
                Optional.ofNullable(subjectId),
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                time("since", since),
                time("until", until));
    }

    private static Optional<Instant> time(String parameter, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new BadTime(parameter, e);
        }
    }
}
