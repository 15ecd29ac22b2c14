package dev.undertone.review.reading;

import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The place of an item in a sorted list.
 *
 * @param order of the list
 * @param asOf the moment whose priorities the list is sorted by, so that all its pages agree
 * @param key what it is sorted by: a time, or the {@link Positions}
 * @param id of the item
 */
record Place(ItemOrder order, Instant asOf, String key, UUID id) {

    String cursor() {
        return Cursor.encode(order.label(), asOf.toString(), key, id.toString());
    }

    /** Reads a cursor of a list with this order. */
    static Place read(String cursor, ItemOrder order) {
        List<String> parts = Cursor.decode(cursor, 4).parts();
        if (!parts.get(0).equals(order.label())) {
            throw new BadCursor();
        }
        try {
            return new Place(order, Cursor.time(parts.get(1)), parts.get(2), UUID.fromString(parts.get(3)));
        } catch (IllegalArgumentException notOurs) {
            throw new BadCursor(notOurs);
        }
    }

    Instant keyAsTime() {
        return Cursor.time(key);
    }
}
