package dev.undertone.demonstration;

import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One made-up submission, and what a person would say about it.
 *
 * @param number its place, from 0 on
 * @param channel where it was posted, without the mark of made-up ones
 * @param author who wrote it
 * @param emotion what a person reads in it; empty for none
 * @param sense what a person makes of it
 * @param context what stood around it
 * @param text what it says
 * @param age how long ago it came in
 */
record Story(
        int number,
        String channel,
        String author,
        Optional<Emotion> emotion,
        Sense sense,
        Optional<String> context,
        String text,
        Duration age) {

    /** What a person makes of a text. */
    enum Sense {
        FINE,
        HARMFUL,
        NOTHING_TO_DECIDE,
        FOR_A_LEAD
    }

    /** As it comes in, counted back from this moment. */
    NewSubmission submission(Instant from) {
        return new NewSubmission(
                Optional.of(String.format(Locale.ROOT, "demo-%03d", number + 1)),
                Origin.MADE_UP + channel,
                Optional.of(author),
                text,
                context,
                Optional.of(from.minus(age)));
    }
}
