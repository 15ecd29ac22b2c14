package dev.undertone.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries somebody wants to see; what is empty does not narrow.
 *
 * @param subjectType the sort of thing that was changed
 * @param subjectId which one
 * @param actor id or name of who did it
 * @param action what was done
 * @param since the earliest time
 * @param until the first time that is too late
 */
public record AuditFilter(
        Optional<String> subjectType,
        Optional<String> subjectId,
        Optional<String> actor,
        Optional<String> action,
        Optional<Instant> since,
        Optional<Instant> until) {

    // Wide enough for any entry, and within what every database can compare with.
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** Brings what no entry can have into a form that databases can look for. */
    public AuditFilter {
        subjectType = subjectType.map(AuditFilter::sought);
        subjectId = subjectId.map(AuditFilter::sought);
        actor = actor.map(AuditFilter::sought);
        action = action.map(AuditFilter::sought);
        since = since.map(AuditFilter::within);
        until = until.map(AuditFilter::within);
    }

    private static String sought(String text) {
        return StoredText.shown(text, text.length());
    }

    private static Instant within(Instant time) {
        Instant notBefore = time.isBefore(FIRST) ? FIRST : time;
        return notBefore.isAfter(LAST) ? LAST : notBefore;
    }
}
