package dev.undertone.training.data;

import dev.undertone.emotion.Emotion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that stand more than once in a body of examples, in the order of their first appearance.
 *
 * @param duplicates texts that always carry the same label
 * @param contradictions texts that carry two labels or more, so that no model can be right about all of them
 */
public record RepeatedTexts(List<Repeat> duplicates, List<Repeat> contradictions) {

    /** Copies the lists. */
    public RepeatedTexts {
        duplicates = List.copyOf(duplicates);
        contradictions = List.copyOf(contradictions);
    }

    /** Finds the repeated texts within and across data sets; texts are the same if every character is. */
    public static RepeatedTexts across(List<Dataset> datasets) {
        Map<String, Map<Emotion, Integer>> seen = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            for (Example example : dataset.examples()) {
                seen.computeIfAbsent(example.text(), text -> new EnumMap<>(Emotion.class))
                        .merge(example.emotion(), 1, Integer::sum);
            }
        }
        List<Repeat> repeats = seen.entrySet().stream()
                .map(entry -> new Repeat(entry.getKey(), entry.getValue()))
                .filter(repeat -> repeat.count() > 1)
                .toList();
        return new RepeatedTexts(
                repeats.stream().filter(repeat -> !repeat.contradictory()).toList(),
                repeats.stream().filter(Repeat::contradictory).toList());
    }

    /**
     * One text and how often it carries which label.
     *
     * @param text as it stands in the data
     * @param labels only those it carries
     */
    public record Repeat(String text, Map<Emotion, Integer> labels) {

        /** Copies the counts, in label order. */
        public Repeat {
            labels = Collections.unmodifiableMap(new EnumMap<>(labels));
        }

        /** How often the text appears. */
        public int count() {
            return labels.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Whether it carries more than one label. */
        public boolean contradictory() {
            return labels.size() > 1;
        }
    }
}
