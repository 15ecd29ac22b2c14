package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.review.LastDecision;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.decisions.Decision;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.decisions.UndoRefused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in plain words what was done, and why something was not. */
@Component
class PlainWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final MessageSource messages;

    PlainWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One message. */
    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** A notice whose two sentences stand under one key. */
    Notice notice(String sort, String key, Object... arguments) {
        return new Notice(sort, say(key + ".what", arguments), say(key + ".next", arguments));
    }

    String outcome(Outcome outcome) {
        return say("queue.outcome." + outcome.name());
    }

    private String outcome(LastDecision last) {
        return say("queue.outcome." + last.outcome());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Why somebody else's step, or the end of a lease, stood in the way. */
    Notice conflict(ReviewConflict conflict, Caller reader) {
        ReviewConflict.State state = conflict.state();
        Optional<LastDecision> decision = state.decision().filter(last -> state.status() == ReviewStatus.DECIDED);
        if (decision.isPresent()) {
            LastDecision last = decision.get();
            boolean own = last.decidedBy().equals(reader.actor().name());
            return notice(
                    "conflict",
                    own ? "queue.problem.decided-by-you" : "queue.problem.decided",
                    last.decidedBy(),
                    outcome(last),
                    time(last.decidedAt()));
        }
        if (state.status() == ReviewStatus.ERASED) {
            return notice("conflict", "queue.problem.erased");
        }
        Optional<Lease> lease = state.lease();
        if (lease.filter(held -> !held.belongsTo(reader.actor())).isPresent()) {
            return lease.get()
                    .expiresAt()
                    .map(until ->
                            notice("conflict", "queue.problem.held", lease.get().holderName(), time(until)))
                    .orElseGet(() -> notice(
                            "conflict", "queue.problem.assigned", lease.get().holderName()));
        }
        return lease.isPresent()
                ? notice("conflict", "queue.problem.changed")
                : notice("lease", "queue.problem.lease-over");
    }

    /** Why a decision stays. */
    Notice undo(UndoRefused refusal) {
        List<Decision> later = refusal.inTheWay();
        if (!later.isEmpty()) {
            Decision last = later.get(later.size() - 1);
            return notice(
                    "conflict",
                    "queue.problem.undo-later",
                    last.decidedBy(),
                    outcome(last.outcome()),
                    time(last.decidedAt()));
        }
        return notice("conflict", refusal.forbidden() ? "queue.problem.undo-forbidden" : "queue.problem.undo-in-use");
    }
}
