package dev.undertone.review.decisions;

import dev.undertone.moderation.Resolution;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a decision says. */
public enum Outcome {
    APPROVED(Resolution.APPROVED),
    REJECTED(Resolution.REJECTED),
    IGNORED(Resolution.IGNORED),
    /** A lead shall decide. */
    ESCALATED(null),
    /** An earlier decision no longer stands; only an undo says so. */
    UNDONE(null);

    private final Optional<Resolution> resolution;

    Outcome(@org.jspecify.annotations.Nullable Resolution resolution) {
        this.resolution = Optional.ofNullable(resolution);
    }

    /** What it makes of the submission; empty if that is still open. */
    public Optional<Resolution> resolution() {
        return resolution;
    }

    /** Finds the outcome with this name among those that a person can choose. */
    public static Optional<Outcome> chosen(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome != UNDONE && outcome.name().equals(name))
                .findFirst();
    }

    /** The names of those that a person can choose, for messages. */
    public static String choices() {
        return Arrays.stream(values())
                .filter(outcome -> outcome != UNDONE)
                .map(Outcome::name)
                .collect(Collectors.joining(", "));
    }

    /** Finds any outcome with this name. */
    public static Optional<Outcome> withName(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
    }

    /** The names of all, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Outcome::name).collect(Collectors.joining(", "));
    }
}
