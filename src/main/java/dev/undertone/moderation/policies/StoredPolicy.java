package dev.undertone.moderation.policies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A name under which versions are kept. */
@Entity
@Table(name = "policy")
class StoredPolicy {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected StoredPolicy() {}

    StoredPolicy(PolicyName name, Instant createdAt, String createdBy) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.name = name.value();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}
