package dev.undertone.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happened to one thing. Never holds a text, an author or anything else that must be erasable: ids and salted
 * hashes stand for them.
 *
 * @param action what was done, such as {@code decision.made}: lower-case words with dots
 * @param subjectType the sort of thing it was done to, such as {@code reviewable}
 * @param subjectId which one
 * @param before what changed, as it was; empty for something new
 * @param after what changed, as it is
 * @param checkpoint which checkpoint had judged, where one had
 * @param policyVersion which policy version had judged, where one had
 */
public record Change(
        String action,
        String subjectType,
        String subjectId,
        Map<String, String> before,
        Map<String, String> after,
        Optional<String> checkpoint,
        Optional<String> policyVersion) {

    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_ID = 200;

    /** Refuses what cannot be kept exactly; copies the maps, sorted by name. */
    public Change {
        StoredText.exact("the action", action, LONGEST_WORD);
        StoredText.exact("the type of the subject", subjectType, LONGEST_WORD);
        StoredText.exact("the id of the subject", subjectId, LONGEST_ID);
        checkpoint.ifPresent(id -> StoredText.exact("the checkpoint", id, LONGEST_ID));
        policyVersion.ifPresent(version -> StoredText.exact("the policy version", version, LONGEST_ID));
        before.values().forEach(Objects::requireNonNull);
        after.values().forEach(Objects::requireNonNull);
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }

    /** A change in which neither model nor policy had a part. */
    public static Change of(
            String action,
            String subjectType,
            String subjectId,
            Map<String, String> before,
            Map<String, String> after) {
        return new Change(action, subjectType, subjectId, before, after, Optional.empty(), Optional.empty());
    }
}
