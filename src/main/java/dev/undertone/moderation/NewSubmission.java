package dev.undertone.moderation;

import java.time.Instant;
import java.util.Optional;

/**
 * A text that somebody wants judged.
 *
 * @param externalId its name in the system that sent it; the same one in a channel is the same submission
 * @param channel where the text was posted
 * @param author who wrote it, as that system calls them
 * @param text what it says, 1 to 20,000 UTF-16 code units and not blank
 * @param context what stood around it
 * @param receivedAt when it came in, if that was earlier; empty for now
 */
public record NewSubmission(
        Optional<String> externalId,
        String channel,
        Optional<String> author,
        String text,
        Optional<String> context,
        Optional<Instant> receivedAt) {

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
