package dev.undertone.audit.web.page;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An entry as it is shown.
 *
 * @param sequence its place in the chain
 * @param at when it happened
 * @param by who did it
 * @param deed what they did, as the rest of a sentence that begins with their name
 * @param subjectType the sort of thing it was done to
 * @param subjectId which one
 * @param differences what was before and after
 * @param checkpoint which checkpoint had judged
 * @param policyVersion which policy version had judged
 * @param hash its own
 */
record EntryView(
        long sequence,
        Instant at,
        Actor by,
        String deed,
        String subjectType,
        String subjectId,
        List<Difference> differences,
        Optional<String> checkpoint,
        Optional<String> policyVersion,
        String hash) {

    static EntryView of(AuditEntry entry, Deeds deeds, Map<String, String> names) {
        Change change = entry.change();
        return new EntryView(
                entry.sequence(),
                entry.at(),
                entry.by(),
                deeds.sentence(change, Optional.ofNullable(names.get(change.subjectId()))),
                change.subjectType(),
                change.subjectId(),
                differences(change.before(), change.after()),
                change.checkpoint(),
                change.policyVersion(),
                entry.hash());
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Difference(
                        name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
                .toList();
    }

    /**
     * A field of what was changed.
     *
     * @param before as it was
     * @param after as it is
     */
    record Difference(String name, Optional<String> before, Optional<String> after) {

        /** Whether it is another than it was. */
        public boolean changed() {
            return !before.equals(after);
        }
    }
}
