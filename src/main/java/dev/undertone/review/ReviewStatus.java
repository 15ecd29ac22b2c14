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
    DECIDED,
    /** Its text was erased before anybody had decided; nothing is left to look at. */
    ERASED;

    /** Those in which an item still waits for a decision. */
    public static Set<ReviewStatus> waiting() {
        return EnumSet.of(OPEN, ESCALATED, HELD);
    }

    /** Whether nobody has to do anything any more. */
    public boolean isOver() {
        return !waiting().contains(this);
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
