package dev.undertone.review.web;

import dev.undertone.account.Caller;
import dev.undertone.review.Assignments;
import dev.undertone.review.Claims;
import dev.undertone.review.notes.ReviewNotes;
import dev.undertone.review.reading.ReviewQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works on what. */
@RestController
@RequestMapping(path = "/api/v1/reviewables", produces = "application/json")
@Tag(name = "review")
class LeaseController {

    private final Claims claims;
    private final Assignments assignments;
    private final ReviewNotes notes;
    private final ReviewQueue queue;

    LeaseController(Claims claims, Assignments assignments, ReviewNotes notes, ReviewQueue queue) {
        this.claims = claims;
        this.assignments = assignments;
        this.notes = notes;
        this.queue = queue;
    }

    @PostMapping("/next")
    @Operation(
            summary = "Claims the most urgent item that nobody has",
            description = "Of one queue, or of all without one; 204 if there is none. Only leads get escalated items.")
    @ApiResponse(responseCode = "200", description = "It is claimed.")
    @ApiResponse(responseCode = "204", description = "There is nothing to claim.")
    ResponseEntity<ReviewableBody> next(
            @RequestBody(required = false) LeaseRequests.@Nullable Next request,
            @Parameter(hidden = true) Caller caller) {
        return claims.next(LeaseRequests.Next.queueOf(request), caller)
                .map(id -> ResponseEntity.ok(show(id, caller)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/claim")
    @Operation(
            summary = "Claims an item",
            description = "Who holds it already keeps the same lease a while longer; 409 names who else holds it and"
                    + " until when.")
    ReviewableBody claim(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        UUID which = Asked.id("item", id);
        claims.claim(which, caller);
        return show(which, caller);
    }

    @PostMapping("/{id}/renew")
    @Operation(summary = "Keeps an item a while longer")
    ReviewableBody renew(
            @PathVariable String id,
            @RequestBody(required = false) LeaseRequests.@Nullable Token request,
            @Parameter(hidden = true) Caller caller) {
        UUID which = Asked.id("item", id);
        claims.renew(which, LeaseRequests.Token.of(request), caller);
        return show(which, caller);
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Gives an item back, an assigned one too")
    ReviewableBody release(
            @PathVariable String id,
            @RequestBody(required = false) LeaseRequests.@Nullable Token request,
            @Parameter(hidden = true) Caller caller) {
        UUID which = Asked.id("item", id);
        claims.release(which, LeaseRequests.Token.of(request), caller);
        return show(which, caller);
    }

    @PostMapping("/{id}/hold")
    @Operation(
            summary = "Assigns an item that the caller holds to a person",
            description = "It does not expire back. Only leads assign to others, by id or name.")
    ReviewableBody hold(
            @PathVariable String id, @RequestBody LeaseRequests.Hold request, @Parameter(hidden = true) Caller caller) {
        UUID which = Asked.id("item", id);
        assignments.hold(which, request.condition(), request.to(), request.until(), caller);
        return show(which, caller);
    }

    @PostMapping("/{id}/unhold")
    @Operation(summary = "Gives an assigned item back to its queue; leads need no token")
    ReviewableBody unhold(
            @PathVariable String id,
            @RequestBody(required = false) LeaseRequests.@Nullable Token request,
            @Parameter(hidden = true) Caller caller) {
        UUID which = Asked.id("item", id);
        if (!caller.lead()) {
            LeaseRequests.Token.of(request);
        }
        assignments.unhold(which, LeaseRequests.Token.ifAny(request), caller);
        return show(which, caller);
    }

    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Writes a note about an item")
    QueueController.NoteBody note(
            @PathVariable String id,
            @RequestBody LeaseRequests.NewNote request,
            @Parameter(hidden = true) Caller caller) {
        String text = Asked.words("text", request.text(), ReviewNotes.LONGEST)
                .orElseThrow(() -> RequestRefused.because("\"text\" is missing or blank."));
        return QueueController.NoteBody.of(notes.add(Asked.id("item", id), text, caller));
    }

    private ReviewableBody show(UUID id, Caller caller) {
        return ReviewableBody.of(queue.find(id), caller.actor());
    }
}
