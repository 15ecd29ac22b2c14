package dev.undertone.review.triage.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.review.Lease;
import dev.undertone.review.reading.ItemDetails;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the items that are shown.
 *
 * @param id which one
 * @param text its beginning; null once it has been erased
 * @param longer whether there is more of it
 * @param scores what the model said
 * @param score that of the emotion that is looked at
 * @param queue where it waits
 * @param rule what held it
 * @param createdAt when it came in
 * @param holder who else has it
 */
record SampleRow(
        String id,
        @Nullable String text,
        boolean longer,
        @Nullable EmotionScores scores,
        double score,
        String queue,
        @Nullable String rule,
        Instant createdAt,
        @Nullable String holder) {

    private static final int LONGEST = 400;

    static SampleRow of(ItemDetails details, Emotion emotion, String callerId) {
        Optional<String> text =
                details.submission().map(SubmissionDetails::origin).flatMap(SubmissionDetails.Origin::text);
        Optional<EmotionScores> scores =
                details.submission().flatMap(SubmissionDetails::scoring).map(SubmissionDetails.Scoring::scores);
        return new SampleRow(
                details.item().id().toString(),
                text.map(SampleRow::beginning).orElse(null),
                text.filter(words -> words.length() > LONGEST).isPresent(),
                scores.orElse(null),
                scores.map(all -> all.of(emotion)).orElse(0.0),
                details.item().queue().value(),
                details.item().grounds().rule(),
                details.item().createdAt(),
                details.lease()
                        .filter(lease -> !lease.holderId().equals(callerId))
                        .map(Lease::holderName)
                        .orElse(null));
    }

    /** Never ends within a character that takes two code units. */
    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
