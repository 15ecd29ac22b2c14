package dev.undertone.review;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.QueueName;
import dev.undertone.review.priority.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A held submission and its way to a decision. Its version changes with what it is, not with whose lease it is: leases
 * are told apart by their token.
 */
@Entity
public class Reviewable {

    @Id
    private UUID id;

    private UUID submissionId;
    private String queue;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewStatus status;

    private boolean escalated;

    @Embedded
    private @Nullable Grounds grounds;

    @Embedded
    private Rank rank;

    /** To select items by; only the database reads them. */
    @Embedded
    @SuppressWarnings("UnusedVariable")
    private @Nullable Probabilities probabilities;

    @Version
    private long version;

    @OptimisticLock(excluded = true)
    private long leaseToken;

    @OptimisticLock(excluded = true)
    private @Nullable String holderId;

    @OptimisticLock(excluded = true)
    private @Nullable String holderName;

    @OptimisticLock(excluded = true)
    @Column(name = "lease_expires_at")
    private @Nullable Instant expiresAt;

    private @Nullable Instant dueAt;

    @Embedded
    private @Nullable LastDecision lastDecision;

    private @Nullable Instant erasedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway")
    protected Reviewable() {}

    /** A submission that has just been held. */
    Reviewable(SubmissionHeld held, Duration target) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.submissionId = held.submission().value();
        this.queue = held.queue().value();
        this.status = ReviewStatus.OPEN;
        this.grounds = Grounds.of(held);
        this.rank = Rank.of(held, target);
        this.probabilities = held.scores().map(Probabilities::of).orElse(null);
    }

    /** For whom it is kept at this moment. */
    public Optional<Lease> lease(Instant now) {
        if (holderId == null || holderName == null) {
            return Optional.empty();
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(new Lease(holderId, holderName, leaseToken, Optional.ofNullable(expiresAt)));
    }

    /** Keeps it for somebody, with a new token. */
    void claim(Actor by, Instant until) {
        leaseToken++;
        holderId = by.id();
        holderName = by.name();
        expiresAt = until;
    }

    /** Keeps it for the same person a while longer; an assigned one does not expire anyway. */
    void renew(Instant until) {
        if (status != ReviewStatus.HELD) {
            expiresAt = until;
        }
    }

    /** Lets others have it: the lease ends, and an assigned item is assigned no longer. */
    void release() {
        endLease();
        dueAt = null;
        if (status == ReviewStatus.HELD) {
            status = escalated ? ReviewStatus.ESCALATED : ReviewStatus.OPEN;
        }
    }

    /** Assigns it to somebody, who keeps it without renewing. */
    void hold(String assigneeId, String assigneeName, @Nullable Instant due) {
        if (!assigneeId.equals(holderId)) {
            leaseToken++;
        }
        status = ReviewStatus.HELD;
        holderId = assigneeId;
        holderName = assigneeName;
        expiresAt = null;
        dueAt = due;
    }

    /** Takes what somebody decided, which ends the lease. */
    public void settle(LastDecision decision, boolean escalates) {
        endLease();
        dueAt = null;
        lastDecision = decision;
        status = escalates ? ReviewStatus.ESCALATED : ReviewStatus.DECIDED;
        escalated |= escalates;
    }

    /** Ends it, as there is nothing left to look at; what was decided stays. */
    void erase(Instant at) {
        if (status != ReviewStatus.DECIDED) {
            endLease();
            dueAt = null;
            status = ReviewStatus.ERASED;
        }
        erasedAt = at;
    }

    /** Puts back what was there before a decision, unless it was erased since; a lease that ran then is over. */
    public void returnTo(Situation before, @Nullable LastDecision prior) {
        endLease();
        queue = before.queue();
        status = erasedAt == null ? before.status() : ReviewStatus.ERASED;
        escalated = before.escalated();
        lastDecision = prior;
        if (status == ReviewStatus.HELD) {
            leaseToken++;
            holderId = before.holderId();
            holderName = before.holderName();
            dueAt = before.dueAt();
        }
    }

    /** All that a decision would change. */
    public Situation situation() {
        boolean held = status == ReviewStatus.HELD;
        return new Situation(queue, status, escalated, held ? holderId : null, held ? holderName : null, dueAt);
    }

    private void endLease() {
        holderId = null;
        holderName = null;
        expiresAt = null;
    }

    /** Its priority at this moment. */
    public Priority priority(Instant now) {
        return rank.priority(now);
    }

    /** Names it. */
    public UUID id() {
        return id;
    }

    /** What is reviewed. */
    public SubmissionId submission() {
        return new SubmissionId(submissionId);
    }

    /** Where it waits. */
    public QueueName queue() {
        return new QueueName(queue);
    }

    /** Where it is in its life. */
    public ReviewStatus status() {
        return status;
    }

    /** Whether leads look at it. */
    public boolean escalated() {
        return escalated;
    }

    /** What held it. */
    public Grounds grounds() {
        return grounds == null ? Grounds.NONE : grounds;
    }

    /** When it came in. */
    public Instant createdAt() {
        return rank.createdAt();
    }

    /** By when its queue wants it decided. */
    public Instant targetAt() {
        return rank.targetAt();
    }

    /** Since when there is nothing left to look at. */
    public Optional<Instant> erasedAt() {
        return Optional.ofNullable(erasedAt);
    }

    /** By when the one to whom it is assigned should decide. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** Grows with each change of what it is. */
    public long version() {
        return version;
    }

    /** The decision that stands, an escalation among them. */
    public Optional<LastDecision> lastDecision() {
        return Optional.ofNullable(lastDecision);
    }
}
