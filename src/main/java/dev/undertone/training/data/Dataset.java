package dev.undertone.training.data;

import dev.undertone.emotion.Emotion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled texts in the order of their files.
 *
 * @param name what people call it, such as {@code train}
 * @param examples at least one
 */
public record Dataset(String name, List<Example> examples) {

    /** Copies the examples and refuses to be empty. */
    public Dataset {
        examples = List.copyOf(examples);
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("data set " + name + " has no examples");
        }
    }

    /** The number of examples. */
    public int size() {
        return examples.size();
    }

    /** How many examples carry each label, in label order; 0 for a label that nobody gave. */
    public Map<Emotion, Integer> classCounts() {
        Map<Emotion, Integer> counts = new EnumMap<>(Emotion.class);
        Emotion.inOrder().forEach(emotion -> counts.put(emotion, 0));
        examples.forEach(example -> counts.merge(example.emotion(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }
}
