package dev.undertone.policy;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;

/**
 * What conditions look at. {@link Evidence} is one text's; whoever judges very many may implement it over a row that
 * changes, so that nothing is made for each text.
 */
public interface Readings {

    /** The probability of an emotion, 0 to 1; the six sum to 1. */
    double of(Emotion emotion);

    /** Whether the text or its score carries a notice. */
    boolean has(Notice notice);

    /** Where the text was posted. */
    String channel();

    /** The length of the text in UTF-16 code units. */
    int length();

    /** The distance between the highest and the second highest probability, 0 to 1. */
    default double margin() {
        double first = 0;
        double second = 0;
        for (Emotion emotion : Emotion.inOrder()) {
            double p = of(emotion);
            if (p > first) {
                second = first;
                first = p;
            } else if (p > second) {
                second = p;
            }
        }
        return first - second;
    }

    /** Shannon entropy divided by ln 6: 0 for a certain score, 1 for six equal ones. */
    default double entropy() {
        double entropy = 0;
        for (Emotion emotion : Emotion.inOrder()) {
            double p = of(emotion);
            if (p > 0) {
                entropy -= p * Math.log(p);
            }
        }
        return entropy / Math.log(Emotion.inOrder().size());
    }
}
