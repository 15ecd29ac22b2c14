package dev.undertone.review.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.emotion.Percent;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.policy.Reason;
import dev.undertone.review.Grounds;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Reviewable;
import dev.undertone.review.priority.Priority;
import dev.undertone.review.reading.ItemDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an item is here, in slots that are always the same.
 *
 * @param details what is known of the item
 * @param now the moment
 */
record Why(ItemDetails details, Instant now) {

    private static final double HUNDREDTHS = 100;

    /** From here on waiting outweighs all else by so much that its parts say nothing. */
    private static final double MUCH = 10;

    private Optional<SubmissionDetails> submission() {
        return details.submission();
    }

    private List<Reason> reasons() {
        return submission()
                .flatMap(SubmissionDetails::judgement)
                .map(judgement -> judgement.reasons())
                .orElse(List.of());
    }

    private Optional<Reason.Measure> measure() {
        return reasons().stream().findFirst().flatMap(Reason::measure);
    }

    /** The rule that decided; null if none did. */
    public @Nullable String rule() {
        return details.item().grounds().rule();
    }

    /** How many other rules fired too. */
    public int otherRules() {
        return Math.max(0, reasons().size() - 1);
    }

    /** The rule's own sentence. */
    public @Nullable String sentence() {
        return reasons().stream().findFirst().map(Reason::text).orElse(null);
    }

    /** Why the machine could not say all it should have. */
    public @Nullable String obstacle() {
        return submission().flatMap(SubmissionDetails::obstacle).orElse(null);
    }

    private Optional<EmotionScores> scores() {
        return submission().flatMap(SubmissionDetails::scoring).map(SubmissionDetails.Scoring::scores);
    }

    /** The emotion that the rule looked at, or the strongest if it looked at none; null if nothing was read. */
    public @Nullable Emotion emotion() {
        return measure()
                .map(Reason.Measure::emotion)
                .or(() -> scores().map(EmotionScores::top))
                .orElse(null);
    }

    /** The score of that emotion; null if nothing was read. */
    public @Nullable String score() {
        return measure()
                .map(Reason.Measure::score)
                .or(() -> scores().map(known -> known.of(known.top())))
                .map(Why::number)
                .orElse(null);
    }

    /** What the rule compared the score with; null if with nothing. */
    public @Nullable String threshold() {
        return measure().map(known -> number(known.threshold())).orElse(null);
    }

    /** The difference of the two as they are shown; null without a threshold. */
    public @Nullable String margin() {
        return measure()
                .map(known -> number(rounded(known.score()) - rounded(known.threshold())))
                .orElse(null);
    }

    /** The two strongest emotions, for a rule without a threshold; null with one, and if nothing was read. */
    public @Nullable Lead lead() {
        return scores().filter(known -> measure().isEmpty()).map(Lead::of).orElse(null);
    }

    /** Whether the model said that it was unsure. */
    public boolean unsure() {
        return submission()
                .flatMap(SubmissionDetails::scoring)
                .filter(known -> known.notices().contains(Notice.UNCERTAIN))
                .isPresent();
    }

    /**
     * How far the strongest emotion is ahead.
     *
     * @param first the strongest
     * @param percent its score, as the bar beside it has it
     * @param second the next one
     * @param secondPercent its score
     */
    record Lead(Emotion first, String percent, Emotion second, String secondPercent) {
        static Lead of(EmotionScores scores) {
            Emotion first = scores.top();
            Emotion second = Emotion.inOrder().stream()
                    .filter(emotion -> emotion != first)
                    .max(Comparator.comparingDouble(scores::of))
                    .orElseThrow();
            return new Lead(first, Percent.of(scores.of(first)), second, Percent.of(scores.of(second)));
        }
    }

    public String severity() {
        return number(details.priority().severity());
    }

    public String doubt() {
        return number(details.priority().uncertainty());
    }

    public String waiting() {
        double age = details.priority().age();
        return age < MUCH ? number(age) : whole(age);
    }

    /** The sum of the terms as they are shown, so that whoever adds them up gets the same. */
    public String priority() {
        Priority terms = details.priority();
        double sum = rounded(terms.severity()) + rounded(terms.uncertainty());
        double age = terms.age();
        return age < MUCH ? number(sum + rounded(age)) : whole(sum + Math.round(age));
    }

    /** What the term of waiting comes from; null once nobody waits for a decision. */
    public @Nullable Waiting waited() {
        Reviewable item = details.item();
        return item.status() == ReviewStatus.DECIDED
                ? null
                : new Waiting(
                        Duration.between(item.createdAt(), now),
                        Duration.between(item.createdAt(), item.targetAt()),
                        details.priority().targets());
    }

    /**
     * How long an item has waited.
     *
     * @param length so long
     * @param target how long its queue lets it wait
     * @param targets how often the one holds the other
     */
    record Waiting(Duration length, Duration target, double targets) {

        /** Whether it has waited for longer than it should. */
        public boolean over() {
            return targets >= 1;
        }

        public String times() {
            return targets < MUCH ? String.format(Locale.ROOT, "%.1f", targets) : whole(targets);
        }

        /** What each target adds. */
        public String each() {
            return whole(Priority.AT_TARGET);
        }
    }

    /** Which checkpoint read it, and in which arithmetic. */
    public @Nullable String checkpoint() {
        return submission()
                .flatMap(SubmissionDetails::scoring)
                .map(known -> known.checkpoint() + ", " + known.precision())
                .orElse(details.item().grounds().checkpoint());
    }

    /** The version of the policy that judged. */
    public @Nullable String policyVersion() {
        Grounds grounds = details.item().grounds();
        return grounds.policyVersion();
    }

    /** The thresholds that were reached, by emotion. */
    Optional<Double> threshold(Emotion emotion) {
        return reasons().stream()
                .flatMap(reason -> reason.measure().stream())
                .filter(known -> known.emotion() == emotion)
                .map(Reason.Measure::threshold)
                .findFirst();
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
