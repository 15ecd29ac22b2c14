package dev.undertone.review.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.review.decisions.Feedback;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.notes.ReviewNotes;
import dev.undertone.review.web.Asked;
import dev.undertone.review.web.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the forms beside an item send.
 *
 * @param version of the item as the person saw it
 * @param token of their lease
 * @param outcome what they decided
 * @param opinion what they think of the machine's part: an emotion's label, or a {@link Feedback}
 * @param note what they wrote down
 * @param assignee for whom to keep the item
 * @param due in how many hours they should decide
 * @param decision which decision to take back
 * @param from the item that was on screen before
 */
record ActForm(
        @Nullable Long version,
        @Nullable Long token,
        @Nullable String outcome,
        @Nullable String opinion,
        @Nullable String note,
        @Nullable String assignee,
        @Nullable Integer due,
        @Nullable String decision,
        @Nullable String from) {

    private static final int MOST_HOURS = 24 * 31;

    long seenVersion() {
        return version == null ? -1 : version;
    }

    long leaseToken() {
        return token == null ? -1 : token;
    }

    /** The note, if anything is in it. */
    Optional<String> words() {
        return Asked.words("note", note, ReviewNotes.LONGEST);
    }

    Opinion decided() {
        Outcome chosen = Outcome.chosen(String.valueOf(outcome))
                .orElseThrow(() -> RequestRefused.unknown("outcome", String.valueOf(outcome), Outcome.choices()));
        String thought = opinion == null ? "" : opinion;
        Optional<Feedback> feedback = Feedback.withName(thought);
        Optional<Emotion> correction =
                feedback.isPresent() || thought.isEmpty() ? Optional.empty() : Asked.emotion("opinion", thought);
        return new Opinion(chosen, words(), correction, feedback);
    }

    /** What is left of the form once its note is stored. */
    ActForm opinionOnly() {
        return new ActForm(version, token, null, opinion, null, null, null, null, from);
    }

    Optional<String> keepFor() {
        return Optional.ofNullable(assignee).map(String::strip).filter(name -> !name.isEmpty());
    }

    Optional<Instant> dueAt(Instant now) {
        return Optional.ofNullable(due)
                .filter(hours -> hours > 0 && hours <= MOST_HOURS)
                .map(hours -> now.plus(Duration.ofHours(hours)));
    }
}
