package dev.undertone.review.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a list of items is sorted. */
public enum ItemOrder {
    PRIORITY,
    OLDEST,
    NEWEST;

    /** The name in requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the order with this name. */
    public static Optional<ItemOrder> withLabel(String label) {
        return Arrays.stream(values())
                .filter(order -> order.label().equalsIgnoreCase(label))
                .findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(ItemOrder::label).collect(Collectors.joining(", "));
    }
}
