package dev.undertone.review.triage.web;

import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about many items, as it was filled in.
 *
 * @param items see {@link ItemList}
 * @param outcome the name of one
 * @param reason why
 * @param typed how many items they mean, as they typed it
 */
record DecideForm(
        @Nullable String items,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String typed) {

    /** Above this many the number has to be typed: nobody presses a button twice by mistake and types a number, too. */
    static final int MOST_UNCONFIRMED = 100;

    private static final int LONGEST_REASON = 2000;

    /** Nothing filled in yet. */
    static final DecideForm EMPTY = new DecideForm(null, null, null, null);

    static boolean needsTyping(int items) {
        return items > MOST_UNCONFIRMED;
    }

    List<UUID> named() {
        return Optional.ofNullable(items).flatMap(ItemList::read).orElse(List.of());
    }

    /** The key of the words for what is wrong, if anything is. */
    Optional<String> problem() {
        int count = named().size();
        if (count == 0 || count > BulkDecisions.MOST) {
            return Optional.of("triage.problem.items");
        }
        if (chosen().isEmpty()) {
            return Optional.of("triage.problem.outcome");
        }
        if (why().filter(words -> words.length() > LONGEST_REASON || words.indexOf('\0') >= 0)
                .isPresent()) {
            return Optional.of("triage.problem.reason");
        }
        return needsTyping(count) && !typedNumber().equals(Optional.of(count))
                ? Optional.of("triage.problem.typed")
                : Optional.empty();
    }

    /** People type a thousand in several ways. */
    private Optional<Integer> typedNumber() {
        try {
            return Optional.ofNullable(typed).map(words -> Integer.valueOf(words.replaceAll("[\\s,.]", "")));
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }

    private Optional<Outcome> chosen() {
        return Optional.ofNullable(outcome).flatMap(Outcome::chosen);
    }

    private Optional<String> why() {
        return Optional.ofNullable(reason).map(String::strip).filter(words -> !words.isEmpty());
    }

    Opinion opinion() {
        return new Opinion(chosen().orElseThrow(), why(), Optional.empty(), Optional.empty());
    }
}
