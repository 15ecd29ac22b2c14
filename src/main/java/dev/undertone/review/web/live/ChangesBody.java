package dev.undertone.review.web.live;

import dev.undertone.audit.Actor;
import dev.undertone.review.LastDecision;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.live.Changes;
import dev.undertone.review.live.ItemState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed, for one reader: ids and states, and the names of colleagues.
 *
 * @param position what to ask for next time
 * @param everything whether to read all again
 * @param items the changed items
 */
record ChangesBody(long position, boolean everything, List<Item> items) {

    static ChangesBody of(Changes changes, Actor reader) {
        return new ChangesBody(
                changes.position(),
                changes.everything(),
                changes.items().stream().map(item -> Item.of(item, reader)).toList());
    }

    /**
     * An item as it is now.
     *
     * @param id which one
     * @param status OPEN, ESCALATED, HELD or DECIDED
     * @param holder who has it; null if nobody
     * @param yours whether that is the reader
     * @param until when the lease ends; null if it does not
     * @param outcome of the decision that stands
     * @param decidedBy who decided
     */
    record Item(
            String id,
            String status,
            @Nullable String holder,
            boolean yours,
            @Nullable Instant until,
            @Nullable String outcome,
            @Nullable String decidedBy) {

        static Item of(ItemState state, Actor reader) {
            boolean decided = state.status() == ReviewStatus.DECIDED;
            return new Item(
                    state.id().toString(),
                    state.status().name(),
                    state.lease().map(Lease::holderName).orElse(null),
                    state.lease().filter(lease -> lease.belongsTo(reader)).isPresent(),
                    state.lease().flatMap(Lease::expiresAt).orElse(null),
                    state.decision()
                            .filter(stands -> decided)
                            .map(LastDecision::outcome)
                            .orElse(null),
                    state.decision()
                            .filter(stands -> decided)
                            .map(LastDecision::decidedBy)
                            .orElse(null));
        }
    }
}
