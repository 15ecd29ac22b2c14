package dev.undertone.review.web.page;

import dev.undertone.review.decisions.Decision;
import dev.undertone.review.notes.Note;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an item, for its history.
 *
 * @param at when
 * @param by who did it
 * @param what the end of a message key
 * @param words what they wrote
 * @param decision the decision, if it was one
 */
record Happening(
        Instant at, String by, String what, @Nullable String words, Optional<Decision> decision) {

    /** Decisions and notes in the order in which they were made. */
    static List<Happening> of(List<Decision> decisions, List<Note> notes) {
        return Stream.concat(
                        decisions.stream().map(Happening::of), notes.stream().map(Happening::of))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private static Happening of(Decision decision) {
        return new Happening(
                decision.decidedAt(),
                decision.decidedBy(),
                decision.outcome().name(),
                decision.reason().orElse(null),
                Optional.of(decision));
    }

    private static Happening of(Note note) {
        return new Happening(note.writtenAt(), note.writtenBy(), "NOTE", note.text(), Optional.empty());
    }

    /** The emotion that they read instead. */
    public @Nullable String correction() {
        return decision.flatMap(Decision::correction).map(Enum::name).orElse(null);
    }

    /** What they thought of the machine's part. */
    public @Nullable String feedback() {
        return decision.flatMap(Decision::feedback).map(Enum::name).orElse(null);
    }
}
