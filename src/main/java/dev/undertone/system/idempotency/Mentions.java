package dev.undertone.system.idempotency;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids that an answer names, to find it when what it is about is erased.
 *
 * @param ids each once
 */
record Mentions(Set<String> ids) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Mentions in(Answer answer) {
        return in(answer.body() + " " + answer.location().orElse(""));
    }

    static Mentions in(String text) {
        return new Mentions(
                ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The only one, or an empty text for none; nothing if there are several, which no column holds. */
    Optional<String> asColumn() {
        return ids.size() > 1 ? Optional.empty() : Optional.of(String.join("", ids));
    }

    boolean isAny(Set<String> others) {
        return ids.stream().anyMatch(others::contains);
    }
}
