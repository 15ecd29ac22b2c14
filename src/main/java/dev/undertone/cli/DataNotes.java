package dev.undertone.cli;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.RepeatedTexts;
import dev.undertone.training.data.RepeatedTexts.Repeat;
import java.util.stream.Collectors;

/** Says what is odd about a data set. */
final class DataNotes {

    private DataNotes() {}

    /** Counts repeated texts, and lists those that carry two labels. */
    static String about(RepeatedTexts repeated) {
        return counts(repeated)
                + repeated.contradictions().stream().map(DataNotes::line).collect(Collectors.joining());
    }

    /** Counts repeated texts. */
    static String counts(RepeatedTexts repeated) {
        return "Texts that stand more than once: " + repeated.duplicates().size() + " with the same label, "
                + repeated.contradictions().size() + " with different ones.";
    }

    private static String line(Repeat repeat) {
        String labels = repeat.labels().keySet().stream().map(Emotion::label).collect(Collectors.joining(", "));
        return "\n  " + labels + ": " + repeat.text();
    }
}
