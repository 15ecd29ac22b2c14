package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Scope;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.paging.Limit;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.ReviewSettings;
import dev.undertone.review.decisions.DecisionHistory;
import dev.undertone.review.live.ItemChanges;
import dev.undertone.review.notes.ReviewNotes;
import dev.undertone.review.reading.Board;
import dev.undertone.review.reading.Boards;
import dev.undertone.review.reading.EarlierItems;
import dev.undertone.review.reading.ItemDetails;
import dev.undertone.review.reading.ReviewQueue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lays out what a moderator sees: the list and the item. */
@Component
class Desk {

    private final Boards boards;
    private final ReviewQueue queue;
    private final EarlierItems earlierItems;
    private final DecisionHistory decisions;
    private final ReviewNotes notes;
    private final ItemChanges changes;
    private final People people;
    private final ReviewSettings settings;
    private final Clock clock;

    Desk(
            Boards boards,
            ReviewQueue queue,
            EarlierItems earlierItems,
            DecisionHistory decisions,
            ReviewNotes notes,
            ItemChanges changes,
            People people,
            ReviewSettings settings,
            Clock clock) {
        this.boards = boards;
        this.queue = queue;
        this.earlierItems = earlierItems;
        this.decisions = decisions;
        this.notes = notes;
        this.changes = changes;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** The list, or the part of it behind a cursor. */
    ListView list(DeskQuery query, Optional<String> after, Caller reader) {
        // Read first: what changes meanwhile is then told twice instead of never.
        long position = changes.position();
        Limit limit = after.isPresent() ? Limit.of(null) : query.limit();
        Board board = boards.look(query.filter(reader, clock.instant()), query.order(), after, limit);
        String open = query.kind() == Kind.OPEN ? ListView.number(board.total(), board.more()) : openItems(reader);
        return new ListView(query, board, reader, position, open);
    }

    /** How many items are open in all queues, in words. */
    String openItems(Caller reader) {
        List<Board.Count> counts =
                boards.counts(DeskQuery.filter(Optional.empty(), Kind.OPEN, reader, clock.instant()));
        return ListView.number(
                counts.stream().mapToLong(Board.Count::items).sum(),
                counts.stream().anyMatch(Board.Count::more));
    }

    /** The item as it is. */
    ItemDetails find(UUID id) {
        return queue.find(id);
    }

    /** Whether the item is still there. */
    boolean has(UUID id) {
        try {
            return find(id).item().id().equals(id);
        } catch (NoSuchItem removed) {
            return false;
        }
    }

    /** The item with all that belongs to it. */
    ItemView item(ItemDetails details, Said said, Caller reader) {
        UUID id = details.item().id();
        List<dev.undertone.review.Reviewable> earlier =
                details.submission().map(earlierItems::before).orElse(List.of());
        Past past = new Past(Happening.of(decisions.of(id), notes.of(id)), earlier);
        return new ItemView(details, said, past, reader, colleagues(reader), clock.instant(), settings.undoWindow());
    }

    /** The item with its text as it was sent. */
    ItemView item(UUID id, Caller reader) {
        ItemDetails details = find(id);
        return item(details, Said.whole(details), reader);
    }

    /**
     * The item of a list that stands behind a place, or the first one where the list ends or the place is not in it.
     */
    Optional<UUID> following(DeskQuery query, Optional<UUID> place, Caller reader) {
        List<UUID> ids = boards
                .look(query.filter(reader, clock.instant()), query.order(), Optional.empty(), new Limit(Limit.MAX))
                .items()
                .items()
                .stream()
                .map(details -> details.item().id())
                .toList();
        int behind = place.map(ids::indexOf).orElse(-1) + 1;
        return java.util.stream.Stream.concat(ids.subList(behind, ids.size()).stream(), ids.subList(0, behind).stream())
                .filter(id -> !place.equals(Optional.of(id)))
                .findFirst();
    }

    /** What the reader has taken from a list and not let go of, perhaps on a page that is no longer open. */
    Optional<UUID> inHand(DeskQuery query, Caller reader) {
        return boards
                .look(query.inHand(reader, clock.instant()), query.order(), Optional.empty(), new Limit(1))
                .items()
                .items()
                .stream()
                .map(details -> details.item().id())
                .findFirst();
    }

    private List<String> colleagues(Caller reader) {
        return reader.lead()
                ? people.list(new Limit(Limit.MAX), null).items().stream()
                        .filter(PersonDetails::enabled)
                        .filter(person -> person.role().scopes().contains(Scope.REVIEW))
                        .map(PersonDetails::name)
                        .filter(name -> !name.equals(reader.actor().name()))
                        .toList()
                : List.of();
    }

    /** Whether there is a text to explain. */
    static boolean readable(ItemDetails details) {
        return details.submission().flatMap(SubmissionDetails::scoring).isPresent()
                && Said.text(details).isPresent();
    }
}
