package dev.undertone.review.web;

import dev.undertone.account.Caller;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.review.decisions.DecisionHistory;
import dev.undertone.review.notes.ReviewNotes;
import dev.undertone.review.reading.ItemFilter;
import dev.undertone.review.reading.ItemOrder;
import dev.undertone.review.reading.ReviewQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue to look at. */
@RestController
@RequestMapping(path = "/api/v1/reviewables", produces = "application/json")
@Tag(name = "review")
class QueueController {

    private final ReviewQueue queue;
    private final DecisionHistory history;
    private final ReviewNotes notes;

    QueueController(ReviewQueue queue, DecisionHistory history, ReviewNotes notes) {
        this.queue = queue;
        this.history = history;
        this.notes = notes;
    }

    @GetMapping
    @Operation(
            summary = "Lists items",
            description = "Without a status those that wait: OPEN, ESCALATED and HELD. The parts of the priority add up"
                    + " to its total.")
    Page<ReviewableBody> list(
            @RequestParam(name = "queue", required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable List<@Nullable String> status,
            @RequestParam(defaultValue = "priority") String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @Parameter(hidden = true) Caller caller) {
        ItemOrder order =
                ItemOrder.withLabel(sort).orElseThrow(() -> RequestRefused.unknown("sort", sort, ItemOrder.labels()));
        ItemFilter filter =
                new ItemFilter(Asked.queue(name), Asked.statuses(status), Optional.empty(), Optional.empty());
        return queue.page(filter, order, Optional.ofNullable(after), Limit.of(limit))
                .map(item -> ReviewableBody.of(item, caller.actor()));
    }

    @GetMapping("/counts")
    @Operation(summary = "Counts items by queue and status")
    Counts counts() {
        return new Counts(queue.counts().stream()
                .map(count -> new Count(count.queue().value(), count.status().name(), count.items()))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one item with its decisions and notes")
    WithHistory one(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        UUID which = Asked.id("item", id);
        return new WithHistory(
                ReviewableBody.of(queue.find(which), caller.actor()),
                history.of(which).stream().map(DecisionBody::of).toList(),
                notes.of(which).stream().map(NoteBody::of).toList());
    }

    /** How many items there are. */
    record Counts(List<Count> items) {}

    /** How many items a queue has in a status. */
    record Count(String queue, String status, long count) {}

    /** An item with what happened to it, the oldest first. */
    record WithHistory(
            @com.fasterxml.jackson.annotation.JsonUnwrapped ReviewableBody item,
            List<DecisionBody> history,
            List<NoteBody> notes) {}

    /** A note. */
    record NoteBody(String id, String text, String writtenBy, Instant writtenAt) {
        static NoteBody of(dev.undertone.review.notes.Note note) {
            return new NoteBody(note.id().toString(), note.text(), note.writtenBy(), note.writtenAt());
        }
    }
}
