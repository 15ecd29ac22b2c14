package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.review.Assignments;
import dev.undertone.review.Claims;
import dev.undertone.review.LeadsOnly;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.decisions.Decision;
import dev.undertone.review.decisions.Decisions;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Undo;
import dev.undertone.review.notes.ReviewNotes;
import dev.undertone.review.reading.ItemDetails;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a moderator does, each step with what comes on screen after it. */
@Component
class Steps {

    private final Claims claims;
    private final Assignments assignments;
    private final Decisions decisions;
    private final Undo undo;
    private final ReviewNotes notes;
    private final Desk desk;
    private final NothingToTake nothing;
    private final PlainWords plain;
    private final Clock clock;

    Steps(
            Claims claims,
            Assignments assignments,
            Decisions decisions,
            Undo undo,
            ReviewNotes notes,
            Desk desk,
            NothingToTake nothing,
            PlainWords plain,
            Clock clock) {
        this.claims = claims;
        this.assignments = assignments;
        this.decisions = decisions;
        this.undo = undo;
        this.notes = notes;
        this.desk = desk;
        this.nothing = nothing;
        this.plain = plain;
        this.clock = clock;
    }

    /**
     * What comes on screen.
     *
     * @param item the item to show; none if there is no other
     * @param toast what was just done
     * @param notice why it was not what somebody wanted
     */
    record After(Optional<UUID> item, Optional<Toast> toast, Optional<Notice> notice) {
        After(Optional<UUID> item, Optional<Toast> toast) {
            this(item, toast, Optional.empty());
        }

        static After show(UUID item) {
            return new After(Optional.of(item), Optional.empty());
        }
    }

    /**
     * Goes on; what was on screen is free for others again, but only once another is found, and stays there otherwise.
     * With nothing on screen what somebody has taken already comes first: it would be kept from everybody else for
     * nothing.
     */
    After next(DeskQuery query, ActForm form, Caller caller) {
        Optional<UUID> before = from(form);
        Optional<UUID> taken = before.isEmpty() ? desk.inHand(query, caller) : Optional.empty();
        Optional<UUID> next = taken.or(() -> following(query, before, caller));
        if (next.isEmpty()) {
            return new After(before.filter(desk::has), Optional.empty(), Optional.of(nothing.from(query, caller)));
        }
        before.filter(id -> !next.equals(Optional.of(id))).ifPresent(id -> letGo(id, form, caller));
        return new After(next, Optional.empty());
    }

    /** The next of the list that is shown: the one behind a place in it, and from the top where that is not in it. */
    private Optional<UUID> following(DeskQuery query, Optional<UUID> place, Caller caller) {
        return query.kind() == Kind.MINE
                ? desk.following(query, place, caller)
                : claims.next(query.line(place, caller), caller);
    }

    private static Optional<UUID> from(ActForm form) {
        try {
            return Optional.ofNullable(form.from()).filter(id -> !id.isEmpty()).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Gives back what somebody leaves for another item; what is assigned to them stays theirs. */
    private void letGo(UUID id, ActForm form, Caller caller) {
        try {
            if (form.token() != null && desk.find(id).item().status() != ReviewStatus.HELD) {
                claims.release(id, form.leaseToken(), caller);
            }
        } catch (ReviewConflict | NoSuchItem gone) {
            // It was no longer theirs; that is what was wanted.
        }
    }

    After claim(UUID id, Caller caller) {
        claims.claim(id, caller);
        return After.show(id);
    }

    After release(UUID id, ActForm form, Caller caller) {
        if (form.token() == null) {
            assignments.unhold(id, OptionalLong.empty(), caller);
        } else {
            claims.release(id, form.leaseToken(), caller);
        }
        return new After(
                Optional.of(id), Optional.of(new Toast(plain.say("queue.toast.RELEASED"), id, Optional.empty())));
    }

    After hold(UUID id, DeskQuery query, ActForm form, Caller caller) {
        assignments.hold(id, form.leaseToken(), form.keepFor(), form.dueAt(clock.instant()), caller);
        String words = form.keepFor()
                .filter(name -> !name.equals(caller.actor().name()))
                .map(name -> plain.say("queue.toast.ASSIGNED", name))
                .orElseGet(() -> plain.say("queue.toast.HELD"));
        return new After(
                following(query, Optional.of(id), caller).or(() -> Optional.of(id)),
                Optional.of(new Toast(words, id, Optional.empty())));
    }

    /** Writes a note if there is one to write. */
    boolean note(UUID id, ActForm form, Caller caller) {
        Optional<String> words = form.words();
        words.ifPresent(text -> notes.add(id, text, caller));
        return words.isPresent();
    }

    /** Decides, and goes on. */
    After decide(UUID id, DeskQuery query, ActForm form, Caller caller) {
        Opinion opinion = form.decided();
        Decision made = decisions.decide(id, form.seenVersion(), form.leaseToken(), opinion, caller);
        String words = plain.say("queue.toast." + opinion.outcome().name());
        return new After(
                following(query, Optional.empty(), caller), Optional.of(new Toast(words, id, Optional.of(made.id()))));
    }

    /** Takes a decision back and shows the item again, claimed so that another can be made. */
    After undo(UUID id, UUID decision, ActForm form, Caller caller) {
        undo.undo(decision, caller);
        try {
            ItemDetails details = desk.find(id);
            if (details.item().status() != ReviewStatus.HELD) {
                claims.claim(id, caller);
            }
            from(form).filter(other -> !other.equals(id)).ifPresent(other -> letGo(other, form, caller));
        } catch (ReviewConflict | LeadsOnly taken) {
            // Undone it is; whoever was quicker to take it is named beside the item.
        }
        return new After(
                Optional.of(id), Optional.of(new Toast(plain.say("queue.toast.UNDONE"), id, Optional.empty())));
    }

    /** Keeps the item for its holder a while longer, and says for how long now. */
    long renew(UUID id, long token, Caller caller) {
        claims.renew(id, token, caller);
        ItemDetails details = desk.find(id);
        return details.lease()
                .flatMap(lease -> lease.expiresAt())
                .map(end -> java.time.Duration.between(clock.instant(), end).toSeconds())
                .orElse(0L);
    }
}
