package dev.undertone.emotion;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The six emotions that the model tells apart, in the order of its output. */
public enum Emotion {
    SADNESS(0),
    JOY(1),
    LOVE(2),
    ANGER(3),
    FEAR(4),
    SURPRISE(5);

    /** Those that moderation looks for first. */
    public static final Set<Emotion> ALARMING = Collections.unmodifiableSet(EnumSet.of(ANGER, FEAR));

    private static final List<Emotion> IN_ORDER = List.of(values());

    private final int id;

    Emotion(int id) {
        this.id = id;
    }

    /** All emotions in label order: index in the list, model output and {@link #id()} are the same number. */
    public static List<Emotion> inOrder() {
        return IN_ORDER;
    }

    /** The index of this emotion in the model's output, 0 to 5. */
    public int id() {
        return id;
    }

    /** The name that checkpoints, data files and answers carry, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the emotion with this number. */
    public static Optional<Emotion> withId(long id) {
        return id >= 0 && id < IN_ORDER.size() ? Optional.of(IN_ORDER.get((int) id)) : Optional.empty();
    }

    /** Finds the emotion with this name, whatever its case. */
    public static Optional<Emotion> withLabel(String label) {
        return IN_ORDER.stream()
                .filter(emotion -> emotion.label().equalsIgnoreCase(label))
                .findFirst();
    }

    /** The labels in order, for messages: "sadness, joy, …". */
    public static String labels() {
        return Arrays.stream(values()).map(Emotion::label).collect(Collectors.joining(", "));
    }
}
