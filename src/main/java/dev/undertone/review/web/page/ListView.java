package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.review.reading.Board;
import dev.undertone.review.reading.ItemOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list beside the item.
 *
 * @param query which list
 * @param board its rows and counts, as of one moment
 * @param reader who looks at it
 * @param position from which on changes are still to be told
 * @param openItems how many items are open in all queues
 */
record ListView(DeskQuery query, Board board, Caller reader, long position, String openItems) {

    public List<Row> rows() {
        return board.items().items().stream().map(item -> new Row(item, reader)).toList();
    }

    /** The cursor of the rows behind these; null at the end. */
    public @Nullable String next() {
        return board.items().next();
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public List<ItemOrder> orders() {
        return List.of(ItemOrder.values());
    }

    /** Each queue with its number, and the shown one even if it has none. */
    public List<Choice> queues() {
        List<Choice> choices = new java.util.ArrayList<>(board.counts().stream()
                .map(count -> new Choice(count.queue().value(), number(count.items(), count.more())))
                .toList());
        Optional<String> shown = query.queueName().map(name -> name.value());
        shown.filter(name -> choices.stream().noneMatch(choice -> choice.queue().equals(name)))
                .ifPresent(name -> choices.add(new Choice(name, "0")));
        return choices;
    }

    public String total() {
        return number(board.total(), board.more());
    }

    /** A number for people; beyond what was counted only that it is more. */
    static String number(long items, boolean more) {
        return more
                ? String.format(Locale.ENGLISH, "%,d+", Board.COUNTED)
                : String.format(Locale.ENGLISH, "%,d", items);
    }

    /**
     * A queue to choose.
     *
     * @param queue its name
     * @param items how many items it has
     */
    record Choice(String queue, String items) {}
}
