package dev.undertone.moderation.policies;

import dev.undertone.policy.Policy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What a policy says, for good, and how far it has come: from a draft over the shadow to live and into the archive. */
@Entity
@Table(name = "policy_version")
class PolicyVersion {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "policy_id", nullable = false, updatable = false)
    private StoredPolicy policy;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false)
    private String rules;

    @Column(nullable = false, updatable = false)
    private String note;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(10)")
    private VersionState state;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private String createdBy;

    private @Nullable Instant previewedAt;

    private @Nullable Instant activatedAt;

    private @Nullable UUID replacedId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PolicyVersion() {}

    PolicyVersion(StoredPolicy policy, int number, NewVersion what, Instant createdAt, String createdBy) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.policy = policy;
        this.number = number;
        this.rules = what.rules();
        this.note = what.note().value();
        this.state = VersionState.DRAFT;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** Somebody saw what it would do with what is stored. */
    void previewed(Instant at) {
        previewedAt = at;
    }

    /** From now on it says what it would have done. */
    void shadow() {
        if (state != VersionState.DRAFT) {
            throw PolicyConflict.wrongState(this, "only a draft goes into the shadow");
        }
        state = VersionState.SHADOW;
    }

    /**
     * From now on it judges.
     *
     * @param replaced the version that judged until now
     */
    void activate(UUID replaced, Instant at) {
        if (state != VersionState.DRAFT && state != VersionState.SHADOW) {
            throw PolicyConflict.wrongState(
                    this, "only a draft or a shadow goes live; store its rules as a new version instead");
        }
        if (previewedAt == null) {
            throw PolicyConflict.notPreviewed(this);
        }
        state = VersionState.LIVE;
        activatedAt = at;
        replacedId = replaced;
    }

    /** The first policy of all: it judges without a preview, since there is nothing to look at and no other. */
    void installAsFirst(Instant at) {
        state = VersionState.LIVE;
        activatedAt = at;
    }

    /** Another one judges from now on. */
    void giveWay() {
        state = VersionState.ARCHIVED;
    }

    /** Judges again, after the one that had replaced it was rolled back. */
    void comeBack(Instant at) {
        state = VersionState.LIVE;
        activatedAt = at;
    }

    /** Says nothing any more. */
    void archive() {
        if (state == VersionState.LIVE) {
            throw PolicyConflict.wrongState(this, "activate another version or roll it back instead");
        }
        if (state == VersionState.ARCHIVED) {
            throw PolicyConflict.wrongState(this, "there is nothing to do");
        }
        state = VersionState.ARCHIVED;
    }

    UUID id() {
        return id;
    }

    /** Its name in answers and in the trail, such as {@code default@3}. */
    String label() {
        return policy.name() + "@" + number;
    }

    VersionState state() {
        return state;
    }

    Optional<UUID> replaced() {
        return Optional.ofNullable(replacedId);
    }

    String rules() {
        return rules;
    }

    VersionDetails details(Policy parsed) {
        return new VersionDetails(
                id,
                policy.id(),
                label(),
                number,
                state,
                parsed,
                note,
                createdAt,
                createdBy,
                Optional.ofNullable(previewedAt),
                Optional.ofNullable(activatedAt));
    }
}
