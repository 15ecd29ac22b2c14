package dev.undertone.moderation.web;

import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.TextFault;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StorableText;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A text that somebody wants judged, as it was sent.
 *
 * @param externalId its name in the system that sends it; the same one in a channel is the same submission
 * @param channel where the text was posted
 * @param author who wrote it
 * @param text what it says
 * @param context what stood around it
 */
record SubmissionRequest(
        @Nullable String externalId,
        @Nullable String channel,
        @Nullable String author,
        @Nullable String text,
        @Nullable String context) {

    /**
     * The same as something to take in.
     *
     * @param pointer the JSON pointer to this object; empty for the body itself
     * @throws SubmissionRefused if it cannot be taken in
     */
    NewSubmission checked(String pointer) {
        return new NewSubmission(
                name(externalId, pointer + "/externalId", NewSubmission.LONGEST_NAME),
                name(channel, pointer + "/channel", NewSubmission.LONGEST_CHANNEL)
                        .orElseThrow(() -> missing(pointer + "/channel", "the place where the text was posted")),
                name(author, pointer + "/author", NewSubmission.LONGEST_NAME),
                readable(text, pointer + "/text"),
                Optional.ofNullable(context).map(said -> bounded(said, pointer + "/context")));
    }

    /** Names are taken as they are or not at all, as two that differ must not become the same. */
    private static Optional<String> name(@Nullable String name, String pointer, int longest) {
        if (name == null) {
            return Optional.empty();
        }
        if (name.isBlank() || name.length() > longest) {
            throw SubmissionRefused.unprocessable(
                    pointer,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d characters; expected 1 to %d, not all of them spaces.",
                            pointer,
                            name.length(),
                            longest));
        }
        if (StorableText.isUnfitForNames(name)) {
            throw SubmissionRefused.unprocessable(
                    pointer, pointer + " has a control character or half a character; leave it out.");
        }
        return Optional.of(name);
    }

    private static String readable(@Nullable String text, String pointer) {
        if (text == null) {
            throw missing(pointer, "a text");
        }
        TextFault.in(text).ifPresent(fault -> {
            throw new SubmissionRefused(fault.status(), pointer, fault.detail(pointer, text.length()));
        });
        return StorableText.of(text);
    }

    private static String bounded(String context, String pointer) {
        if (context.length() > EmotionClassifier.MAX_TEXT_LENGTH) {
            throw new SubmissionRefused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    pointer,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d characters; at most %,d are kept.",
                            pointer,
                            context.length(),
                            EmotionClassifier.MAX_TEXT_LENGTH));
        }
        return StorableText.of(context);
    }

    private static SubmissionRefused missing(String pointer, String expected) {
        return SubmissionRefused.unprocessable(pointer, pointer + " is missing, expected " + expected + ".");
    }
}
