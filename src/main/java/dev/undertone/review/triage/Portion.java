package dev.undertone.review.triage;

import dev.undertone.review.reading.ItemDetails;
import java.util.List;
import java.util.UUID;

/**
 * The items of a range that one decision is about: all of them, or the oldest where there are more than one decision
 * takes. They are named one by one, so that a decision is about exactly what was counted and shown, whatever comes,
 * goes or comes back meanwhile.
 *
 * @param items which ones, the oldest first
 * @param elsewhere how many of them somebody else had when they were counted
 * @param sample some of them, drawn by the seed of the view
 */
public record Portion(List<UUID> items, int elsewhere, List<ItemDetails> sample) {

    /** Copies the lists. */
    public Portion {
        items = List.copyOf(items);
        sample = List.copyOf(sample);
    }
}
