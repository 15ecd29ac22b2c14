package dev.undertone.moderation.policies.preview;

import java.time.Instant;
import java.util.Optional;

/**
 * Which stored submissions a preview looks at; everything where nothing is said.
 *
 * @param since received at this time or later
 * @param until received before this time
 * @param channel posted there
 */
public record Selection(Optional<Instant> since, Optional<Instant> until, Optional<String> channel) {

    /** All that is stored. */
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

    // Wide enough for any submission, and within what every database can compare with.
    static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** Refuses a time span that nothing lies in, and brings the rest into a form that databases can look for. */
    public Selection {
        since = since.map(Selection::within);
        until = until.map(Selection::within);
        // No stored text has this character, which PostgreSQL does not even take in a question.
        channel = channel.map(name -> name.replace('\0', '\uFFFD'));
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new IllegalArgumentException("\"until\" must be after \"since\"");
        }
    }

    private static Instant within(Instant time) {
        Instant notBefore = time.isBefore(FIRST) ? FIRST : time;
        return notBefore.isAfter(LAST) ? LAST : notBefore;
    }
}
