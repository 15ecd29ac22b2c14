package dev.undertone.policy;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import java.util.Set;

/** One thing that must hold for a rule to fire. */
public sealed interface Condition {

    /** Whether it holds. */
    boolean holds(Readings readings);

    /** What it looks at. */
    Set<Aspect> aspects();

    /** Says in plain words what made it hold, as a part of a sentence. */
    String fact(Readings readings);

    /**
     * An emotion is as probable as the threshold, or more.
     *
     * @param emotion which one
     * @param threshold 0 to 1
     */
    record EmotionAtLeast(Emotion emotion, double threshold) implements Condition {

        /** Refuses a threshold that is no probability. */
        public EmotionAtLeast {
            requireShare("the threshold of " + emotion.label(), threshold);
        }

        @Override
        public boolean holds(Readings readings) {
            return readings.of(emotion) >= threshold;
        }

        @Override
        public Set<Aspect> aspects() {
            return Set.of(new Aspect.Probability(emotion));
        }

        @Override
        public String fact(Readings readings) {
            double score = readings.of(emotion);
            return emotion.label() + " is " + Reasons.number(score) + ", which is " + Reasons.number(score - threshold)
                    + " above the threshold of " + Reasons.number(threshold);
        }
    }

    /**
     * The two most probable emotions are closer to each other than this.
     *
     * @param limit 0 to 1
     */
    record MarginBelow(double limit) implements Condition {

        /** Refuses a limit that is no difference of probabilities. */
        public MarginBelow {
            requireShare("the limit of the margin", limit);
        }

        @Override
        public boolean holds(Readings readings) {
            return readings.margin() < limit;
        }

        @Override
        public Set<Aspect> aspects() {
            return Aspect.Probability.ofAll();
        }

        @Override
        public String fact(Readings readings) {
            return "the two likeliest emotions are " + Reasons.number(readings.margin()) + " apart, less than "
                    + Reasons.number(limit);
        }
    }

    /**
     * The probabilities are as spread as this, or more.
     *
     * @param threshold of the normalized entropy: 0 for a certain score, 1 for six equal ones
     */
    record EntropyAtLeast(double threshold) implements Condition {

        /** Refuses a threshold that no entropy is compared with. */
        public EntropyAtLeast {
            requireShare("the threshold of the entropy", threshold);
        }

        @Override
        public boolean holds(Readings readings) {
            return readings.entropy() >= threshold;
        }

        @Override
        public Set<Aspect> aspects() {
            return Aspect.Probability.ofAll();
        }

        @Override
        public String fact(Readings readings) {
            return "the scores are spread by " + Reasons.number(readings.entropy()) + ", no less than "
                    + Reasons.number(threshold);
        }
    }

    /**
     * The text or its score carries a notice.
     *
     * @param notice which one
     */
    record HasNotice(Notice notice) implements Condition {

        @Override
        public boolean holds(Readings readings) {
            return readings.has(notice);
        }

        @Override
        public Set<Aspect> aspects() {
            return Set.of(Aspect.Circumstance.NOTICES);
        }

        @Override
        public String fact(Readings readings) {
            return switch (notice) {
                case SHORT_TEXT -> "the text is very short";
                case TRUNCATED -> "the text is longer than the model reads at once";
                case NOT_ENGLISH -> "the text is probably not English";
                case UNCERTAIN -> "the model is unsure";
                case OBFUSCATED -> "the text hides or disguises characters";
            };
        }
    }

    /**
     * The text was posted in one of these channels.
     *
     * @param channels 1 to {@value #MAX} names, none blank or longer than {@value #MAX_LENGTH} characters
     */
    record InChannel(Set<String> channels) implements Condition {

        private static final int MAX = 50;
        private static final int MAX_LENGTH = 100;

        /** Copies the names and refuses none, too many and blank ones. */
        public InChannel {
            channels = Set.copyOf(channels);
            if (channels.isEmpty() || channels.size() > MAX) {
                throw new IllegalArgumentException(channels.size() + " channels, expected 1 to " + MAX);
            }
            if (channels.stream().anyMatch(name -> name.isBlank() || name.length() > MAX_LENGTH)) {
                throw new IllegalArgumentException("a channel has 1 to " + MAX_LENGTH + " characters and is not blank");
            }
        }

        @Override
        public boolean holds(Readings readings) {
            return channels.contains(readings.channel());
        }

        @Override
        public Set<Aspect> aspects() {
            return Set.of(Aspect.Circumstance.CHANNEL);
        }

        @Override
        public String fact(Readings readings) {
            return "it was posted in " + readings.channel();
        }
    }

    /**
     * The text has so many UTF-16 code units.
     *
     * @param atLeast 0 or more
     * @param atMost no less than {@code atLeast}
     */
    record LengthBetween(int atLeast, int atMost) implements Condition {

        /** Refuses a range in which no length lies. */
        public LengthBetween {
            if (atLeast < 0 || atMost < atLeast) {
                throw new IllegalArgumentException("no text has a length from " + atLeast + " to " + atMost);
            }
        }

        @Override
        public boolean holds(Readings readings) {
            return readings.length() >= atLeast && readings.length() <= atMost;
        }

        @Override
        public Set<Aspect> aspects() {
            return Set.of(Aspect.Circumstance.LENGTH);
        }

        @Override
        public String fact(Readings readings) {
            return "it is " + readings.length() + " characters long";
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected 0 to 1");
        }
    }
}
