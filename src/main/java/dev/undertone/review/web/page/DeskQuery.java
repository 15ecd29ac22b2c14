package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.paging.Limit;
import dev.undertone.policy.QueueName;
import dev.undertone.review.Line;
import dev.undertone.review.reading.ItemFilter;
import dev.undertone.review.reading.ItemOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list that somebody works from, as addresses and forms carry it. What makes no sense counts as not said: nobody
 * should lose their place over a mistyped address.
 *
 * @param queue only this queue
 * @param status a {@link Kind} by its label
 * @param sort an {@link ItemOrder} by its label
 * @param shown how many rows the page has loaded already
 */
record DeskQuery(
        @Nullable String queue,
        @Nullable String status,
        @Nullable String sort,
        @Nullable Integer shown) {

    private static final int ROWS = 50;

    Optional<QueueName> queueName() {
        try {
            return Optional.ofNullable(queue).filter(name -> !name.isEmpty()).map(QueueName::new);
        } catch (IllegalArgumentException form) {
            return Optional.empty();
        }
    }

    /** Which list. */
    public Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(status))
                .findFirst()
                .orElse(Kind.OPEN);
    }

    /** In which order; decided items are usually looked at from the newest on. */
    public ItemOrder order() {
        return Optional.ofNullable(sort).flatMap(ItemOrder::withLabel).orElse(usual(kind()));
    }

    private static ItemOrder usual(Kind kind) {
        return kind == Kind.DONE ? ItemOrder.NEWEST : ItemOrder.PRIORITY;
    }

    Limit limit() {
        return new Limit(Math.min(Limit.MAX, Math.max(ROWS, shown == null ? ROWS : shown)));
    }

    ItemFilter filter(Caller reader, Instant now) {
        return filter(queueName(), kind(), reader, now);
    }

    /** What of this list the reader has taken for a while; of decided ones nobody has any, so those that are open. */
    ItemFilter inHand(Caller reader, Instant now) {
        Kind taken = kind() == Kind.DONE ? Kind.OPEN : kind();
        return new ItemFilter(
                queueName(),
                taken.statuses(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ItemFilter.Holding(reader.actor().id(), now)));
    }

    /**
     * What the next item comes from: this list, or all that waits where nothing of this list can be taken.
     *
     * @param place the item to go on behind
     */
    Line line(Optional<UUID> place, Caller reader) {
        return switch (kind()) {
            case OPEN -> new Line(queueName(), kind().statuses(), order(), place);
            case ESCALATED ->
                reader.lead() ? new Line(queueName(), kind().statuses(), order(), place) : Line.mostUrgent(queueName());
            case MINE, DONE -> Line.mostUrgent(queueName());
        };
    }

    static ItemFilter filter(Optional<QueueName> queue, Kind kind, Caller reader, Instant now) {
        Optional<ItemFilter.Holding> theirs = kind == Kind.MINE
                ? Optional.of(new ItemFilter.Holding(reader.actor().id(), now))
                : Optional.empty();
        return new ItemFilter(queue, kind.statuses(), Optional.empty(), Optional.empty(), theirs);
    }

    /** The same list of another queue, or of all if empty. */
    public String withQueue(String other) {
        return search(other, kind(), order());
    }

    /** Another list of the same queue. */
    public String withKind(Kind other) {
        return search(queueLabel(), other, usual(other));
    }

    /** The same list in another order. */
    public String withOrder(ItemOrder other) {
        return search(queueLabel(), kind(), other);
    }

    /** This list as the end of an address, such as {@code ?queue=care}; empty for the usual one. */
    public String search() {
        return search(queueLabel(), kind(), order());
    }

    /** The same with something more to say, such as {@code words=true}. */
    public String plus(String more) {
        String search = search();
        return search + (search.isEmpty() ? "?" : "&") + more;
    }

    /** The queue in forms; empty for all. */
    public String queueLabel() {
        return queueName().map(QueueName::value).orElse("");
    }

    private static String search(String queue, Kind kind, ItemOrder order) {
        List<String> parts = new ArrayList<>();
        if (!queue.isEmpty()) {
            parts.add("queue=" + queue);
        }
        if (kind != Kind.OPEN) {
            parts.add("status=" + kind.label());
        }
        if (order != usual(kind)) {
            parts.add("sort=" + order.label());
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
