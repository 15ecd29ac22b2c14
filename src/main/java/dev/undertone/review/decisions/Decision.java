package dev.undertone.review.decisions;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.review.LastDecision;
import dev.undertone.review.Reviewable;
import dev.undertone.review.Situation;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody decided about an item, or that they took it back; never rewritten. */
@Entity
@Immutable
public class Decision {

    @Id
    private UUID id;

    private UUID reviewableId;
    private UUID submissionId;
    private @Nullable UUID bulkId;
    private @Nullable UUID undoes;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Outcome outcome;

    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Emotion correction;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Feedback feedback;

    private String decidedById;
    private String decidedBy;
    private Instant decidedAt;

    private @Nullable UUID priorDecisionId;

    @Embedded
    private Situation before;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway")
    protected Decision() {}

    private Decision(LastDecision key, Outcome outcome, Reviewable item, Situation before, Caller caller) {
        this.id = key.id();
        this.outcome = outcome;
        this.reviewableId = item.id();
        this.submissionId = item.submission().value();
        this.before = before;
        this.decidedById = caller.actor().id();
        this.decidedBy = key.decidedBy();
        this.decidedAt = key.decidedAt();
    }

    /** A decision about an item that has already taken it; {@code prior} is what stood until then. */
    static Decision made(
            LastDecision key, Opinion opinion, Reviewable item, Before before, Optional<UUID> bulk, Caller caller) {
        Decision decision = new Decision(key, opinion.outcome(), item, before.situation(), caller);
        decision.reason = opinion.reason().orElse(null);
        decision.correction = opinion.correction().orElse(null);
        decision.feedback = opinion.feedback().orElse(null);
        decision.bulkId = bulk.orElse(null);
        decision.priorDecisionId = before.standing().map(LastDecision::id).orElse(null);
        return decision;
    }

    /** The decision that takes another one back, about an item that has already gone back. */
    static Decision undoing(
            LastDecision key, Decision undone, Reviewable item, Before before, Optional<UUID> bulk, Caller caller) {
        Decision decision = new Decision(key, Outcome.UNDONE, item, before.situation(), caller);
        decision.undoes = undone.id;
        decision.bulkId = bulk.orElse(null);
        decision.priorDecisionId = undone.id;
        return decision;
    }

    /**
     * An item before a decision.
     *
     * @param situation how it was
     * @param standing the decision that stood
     */
    record Before(Situation situation, Optional<LastDecision> standing) {
        static Before of(Reviewable item) {
            return new Before(item.situation(), item.lastDecision());
        }
    }

    /** Which one. */
    public UUID id() {
        return id;
    }

    /** About which item. */
    public UUID reviewable() {
        return reviewableId;
    }

    /** About which submission. */
    public SubmissionId submission() {
        return new SubmissionId(submissionId);
    }

    /** Together with which others it was made. */
    public Optional<UUID> bulk() {
        return Optional.ofNullable(bulkId);
    }

    /** Which decision it takes back. */
    public Optional<UUID> undoes() {
        return Optional.ofNullable(undoes);
    }

    /** What it says. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The emotion that the person read. */
    public Optional<Emotion> correction() {
        return Optional.ofNullable(correction);
    }

    /** What the person thought of the machine's part. */
    public Optional<Feedback> feedback() {
        return Optional.ofNullable(feedback);
    }

    /** The id of who decided. */
    public String decidedById() {
        return decidedById;
    }

    /** Who decided. */
    public String decidedBy() {
        return decidedBy;
    }

    /** When. */
    public Instant decidedAt() {
        return decidedAt;
    }

    /** How the item was before. */
    Situation before() {
        return before;
    }

    /** The decision that stood before. */
    Optional<UUID> prior() {
        return Optional.ofNullable(priorDecisionId);
    }

    /** As the item keeps it while it stands. */
    LastDecision asLast() {
        return new LastDecision(id, outcome.name(), decidedBy, decidedAt);
    }
}
