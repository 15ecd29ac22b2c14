package dev.undertone.moderation;

import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.TextFault;
import java.time.Instant;
import java.util.Optional;

/**
 * A text that somebody wants judged.
 *
 * @param externalId its name in the system that sent it, at most {@value #LONGEST_NAME} UTF-16 code units; the same one
 *     in a channel is the same submission
 * @param channel where the text was posted, at most {@value #LONGEST_CHANNEL}
 * @param author who wrote it, as that system calls them, at most {@value #LONGEST_NAME}
 * @param text what it says, 1 to 20,000 and not blank
 * @param context what stood around it, at most 20,000
 * @param receivedAt when it came in, if that was earlier; empty for now
 */
public record NewSubmission(
        Optional<String> externalId,
        String channel,
        Optional<String> author,
        String text,
        Optional<String> context,
        Optional<Instant> receivedAt) {

    /** The longest name of a channel. */
    public static final int LONGEST_CHANNEL = 100;

    /** The longest name of an author, and the longest that another system has for a submission. */
    public static final int LONGEST_NAME = 200;

    /** Refuses what cannot be stored; whoever takes texts in has told the sender in better words before. */
    public NewSubmission {
        requireName("channel", Optional.of(channel), LONGEST_CHANNEL);
        requireName("externalId", externalId, LONGEST_NAME);
        requireName("author", author, LONGEST_NAME);
        TextFault.in(text).ifPresent(fault -> {
            throw new IllegalArgumentException("a text of " + text.length() + " characters: " + fault);
        });
        if (context.filter(said -> said.length() > EmotionClassifier.MAX_TEXT_LENGTH)
                .isPresent()) {
            throw new IllegalArgumentException("a context of more than " + EmotionClassifier.MAX_TEXT_LENGTH);
        }
    }

    private static void requireName(String field, Optional<String> name, int longest) {
        if (name.filter(given -> given.isBlank() || given.length() > longest).isPresent()) {
            throw new IllegalArgumentException(field + " has 1 to " + longest + " characters and is not blank");
        }
    }

    /** A text that comes in now. */
    public NewSubmission(
            Optional<String> externalId,
            String channel,
            Optional<String> author,
            String text,
            Optional<String> context) {
        this(externalId, channel, author, text, context, Optional.empty());
    }
}
