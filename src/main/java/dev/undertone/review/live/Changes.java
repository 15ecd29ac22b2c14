package dev.undertone.review.live;

import java.util.List;

/**
 * What has changed since somebody looked last.
 *
 * @param position what to ask for next time
 * @param everything whether to read all again: so much has changed, or something is gone
 * @param items the changed items as they are now; empty if everything has changed
 */
public record Changes(long position, boolean everything, List<ItemState> items) {

    /** Copies the items. */
    public Changes {
        items = List.copyOf(items);
    }

    /** Whether there is nothing to tell. */
    public boolean none() {
        return !everything && items.isEmpty();
    }
}
