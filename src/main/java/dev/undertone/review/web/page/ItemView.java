package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.review.LastDecision;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Reviewable;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.notes.ReviewNotes;
import dev.undertone.review.reading.ItemDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item beside the list.
 *
 * @param details what is known of it
 * @param said its text
 * @param past what happened to it, and to others of the same author
 * @param reader who looks at it
 * @param colleagues to whom the reader may assign it
 * @param now the moment
 * @param undoWindow for how long people can undo their own decisions
 */
record ItemView(
        ItemDetails details,
        Said said,
        Past past,
        Caller reader,
        List<String> colleagues,
        Instant now,
        Duration undoWindow) {

    private Reviewable item() {
        return details.item();
    }

    private Optional<SubmissionDetails> submission() {
        return details.submission();
    }

    public UUID id() {
        return item().id();
    }

    public long version() {
        return item().version();
    }

    public String queue() {
        return item().queue().value();
    }

    public Why why() {
        return new Why(details, now);
    }

    public List<ThresholdBar> bars() {
        Optional<EmotionScores> scores =
                submission().flatMap(SubmissionDetails::scoring).map(SubmissionDetails.Scoring::scores);
        return scores.map(known -> Emotion.inOrder().stream()
                        .map(emotion -> new ThresholdBar(
                                emotion, known.of(emotion), emotion == known.top(), why().threshold(emotion)))
                        .toList())
                .orElse(List.of());
    }

    public Set<Notice> notices() {
        return submission()
                .flatMap(SubmissionDetails::scoring)
                .map(SubmissionDetails.Scoring::notices)
                .orElse(Set.of());
    }

    public String channel() {
        return submission().map(known -> known.origin().channel()).orElse("");
    }

    /** Who wrote it, as the sending system calls them; null if nobody is named. */
    public @Nullable String author() {
        return submission().flatMap(known -> known.origin().author()).orElse(null);
    }

    /** What stood around the text; null if nothing was sent. */
    public @Nullable String context() {
        return submission().flatMap(known -> known.origin().context()).orElse(null);
    }

    public Instant createdAt() {
        return item().createdAt();
    }

    /** What the reader can do with it now. */
    public Standing standing() {
        if (item().status() == ReviewStatus.DECIDED) {
            return Standing.DECIDED;
        }
        if (item().status() == ReviewStatus.ERASED) {
            return Standing.ERASED;
        }
        Optional<Lease> lease = details.lease();
        if (lease.isPresent()) {
            boolean theirs = lease.get().belongsTo(reader.actor());
            return theirs ? (assigned() ? Standing.ASSIGNED : Standing.YOURS) : Standing.OTHERS;
        }
        return item().status() == ReviewStatus.ESCALATED && !reader.lead() ? Standing.FOR_LEADS : Standing.FREE;
    }

    public boolean assigned() {
        return item().status() == ReviewStatus.HELD;
    }

    public boolean escalated() {
        return item().escalated();
    }

    /** Whether the reader answers for the work of others. */
    public boolean lead() {
        return reader.lead();
    }

    /** Who has it. */
    public String holder() {
        return details.lease().map(Lease::holderName).orElse("");
    }

    /** How many characters a note may have. */
    public int longestNote() {
        return ReviewNotes.LONGEST;
    }

    /** When the lease ends; null if it does not. */
    public @Nullable Instant until() {
        return details.lease().flatMap(Lease::expiresAt).orElse(null);
    }

    /** The lease's token, for the forms of whoever has it. */
    public @Nullable Long token() {
        return details.lease()
                .filter(lease -> lease.belongsTo(reader.actor()))
                .map(Lease::token)
                .orElse(null);
    }

    /** For how long it is kept, in seconds: the page's own clock may be wrong. */
    public long seconds() {
        Instant end = until();
        return end == null ? 0 : Math.max(0, Duration.between(now, end).toSeconds());
    }

    /** The same as people read it, such as 4:31. */
    public String minutes() {
        return String.format(Locale.ROOT, "%d:%02d", seconds() / 60, seconds() % 60);
    }

    /** By when whoever has it should decide; null if nobody said. */
    public @Nullable Instant due() {
        return item().dueAt().orElse(null);
    }

    /** Whether that has passed. */
    public boolean overdue() {
        return item().dueAt().filter(due -> due.isBefore(now)).isPresent();
    }

    /** The decision that stands. */
    public @Nullable LastDecision decision() {
        return item().lastDecision().orElse(null);
    }

    /**
     * Whether the decision that stands is the reader's to undo, by all that can be seen from here: a decision of theirs
     * for a while, and as a lead any that ended an item. What somebody has taken since is theirs now.
     */
    public boolean undoable() {
        boolean over = item().status() == ReviewStatus.DECIDED;
        boolean passedOn =
                item().status() == ReviewStatus.ESCALATED && details.lease().isEmpty();
        return item().lastDecision()
                .filter(last -> over || (passedOn && Outcome.ESCALATED.name().equals(last.outcome())))
                .filter(last -> (reader.lead() && over) || isTheirs(last))
                .filter(last ->
                        reader.lead() || !last.decidedAt().plus(undoWindow).isBefore(now))
                .isPresent();
    }

    private boolean isTheirs(LastDecision last) {
        return last.decidedBy().equals(reader.actor().name());
    }

    /** What a reader can do with an item. */
    enum Standing {
        /** Nobody has it. */
        FREE,
        /** The reader has it for a while. */
        YOURS,
        /** The reader has it until they give it back. */
        ASSIGNED,
        /** Somebody else has it. */
        OTHERS,
        /** Only a lead can take it. */
        FOR_LEADS,
        DECIDED,
        /** Its text was erased, and there is nothing left to decide. */
        ERASED;

        /** Whether the reader has it. */
        public boolean theirs() {
            return this == YOURS || this == ASSIGNED;
        }
    }
}
