package dev.undertone.review.decisions;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person thinks of the machine's part, kept for training. */
public enum Feedback {
    /** The emotion was right, but should not have led here. */
    POLICY_WRONG,
    /** The text has another emotion; the correction says which. */
    EMOTION_WRONG,
    BOTH_RIGHT;

    /** Finds the feedback with this name. */
    public static Optional<Feedback> withName(String name) {
        return Arrays.stream(values())
                .filter(feedback -> feedback.name().equals(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Feedback::name).collect(Collectors.joining(", "));
    }
}
