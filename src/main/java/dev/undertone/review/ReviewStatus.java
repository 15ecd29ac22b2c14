package dev.undertone.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an item is in its life. */
public enum ReviewStatus {
    /** Anybody may claim it; a lease keeps it for a while. */
    OPEN,
    /** A lead may claim it; a lease keeps it for a while. */
    ESCALATED,
    /** Assigned to a person until they or a lead give it back; does not expire. */
    HELD,
    /** A person has decided. */
    DECIDED;

    /** Those in which an item still waits for a decision. */
    public static Set<ReviewStatus> waiting() {
        return EnumSet.complementOf(EnumSet.of(DECIDED));
    }

    /** Finds the status with this name, whatever its case. */
    public static Optional<ReviewStatus> withName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(ReviewStatus::name).collect(Collectors.joining(", "));
    }
}
