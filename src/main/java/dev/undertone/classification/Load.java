package dev.undertone.classification;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much there is to read in the texts of one call, in characters: of English some four and a half make a token; each
 * beyond ASCII counts as four, as it may be a token by itself. A text that stands there twice is read once.
 *
 * @param characters weighed so
 */
record Load(long characters) {

    /** A long text alone holds up no more than one core for about a second. */
    static final long HEAVY = 4_000;

    /** About what one core of two reads with AVX2 alone; long texts never have both. */
    private static final int CHARACTERS_A_SECOND = 5_000;

    private static final int BEYOND_ASCII = 4;
    private static final int LAST_ASCII = 0x7F;
    private static final int MOST_DEADLINES = 6;

    static Load of(List<String> texts) {
        return new Load(texts.stream()
                .distinct()
                .flatMapToInt(String::chars)
                .mapToLong(unit -> unit > LAST_ASCII ? BEYOND_ASCII : 1)
                .sum());
    }

    /** Whether it is more than a text or a handful that people write. */
    boolean isHeavy() {
        return characters > HEAVY;
    }

    /** Who sends much to read is taken to wait for longer, but not for ever. */
    Duration patience(Duration deadline) {
        Duration most = deadline.multipliedBy(MOST_DEADLINES);
        Duration patience = deadline.plusSeconds(characters / CHARACTERS_A_SECOND);
        return patience.compareTo(most) < 0 ? patience : most;
    }

    /**
     * Refuses what could not be read while anybody waits; one text always can be.
     *
     * @throws TooMuchAtOnce if it is too much
     */
    void requireReadableWithin(Duration deadline) {
        long most = Math.max(
                (long) EmotionClassifier.MAX_TEXT_LENGTH * BEYOND_ASCII,
                deadline.multipliedBy(MOST_DEADLINES - 1).toSeconds() * CHARACTERS_A_SECOND);
        if (characters > most) {
            throw new TooMuchAtOnce(String.format(
                    Locale.ROOT,
                    "the texts have %,d characters together, where those beyond ASCII count as %d; at most %,d are read at"
                            + " once. Send fewer or shorter ones",
                    characters,
                    BEYOND_ASCII,
                    most));
        }
    }
}
