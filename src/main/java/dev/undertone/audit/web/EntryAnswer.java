package dev.undertone.audit.web;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.Change;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry, as it is answered. */
record EntryAnswer(
        long sequence,
        Instant at,
        Who actor,
        String action,
        What subject,
        Map<String, String> before,
        Map<String, String> after,
        @Nullable String checkpoint,
        @Nullable String policyVersion,
        String previousHash,
        String hash) {

    static EntryAnswer of(AuditEntry entry) {
        Actor by = entry.by();
        Change change = entry.change();
        return new EntryAnswer(
                entry.sequence(),
                entry.at(),
                new Who(by.kind(), by.id(), by.name(), by.address().orElse(null)),
                change.action(),
                new What(change.subjectType(), change.subjectId()),
                change.before(),
                change.after(),
                change.checkpoint().orElse(null),
                change.policyVersion().orElse(null),
                entry.previousHash(),
                entry.hash());
    }

    /** Who did it. */
    record Who(
            Actor.Kind kind,
            String id,
            String name,
            @Nullable String address) {}

    /** What they did it to. */
    record What(String type, String id) {}
}
