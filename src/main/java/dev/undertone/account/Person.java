package dev.undertone.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in. */
@Entity
@Table(name = "person")
class Person {

    @Id
    private UUID id;

    @Version
    private int version;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;

    private boolean enabled;

    @Column(name = "password_hash")
    private String passwordHash;

    private int epoch;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Only one person can have it; null for all others. Only the database reads it. */
    @Column(name = "first_one")
    @SuppressWarnings("UnusedVariable")
    private @Nullable Boolean firstOne;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(AccountName name, Role role, String passwordHash, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.name = name.value();
        this.nameKey = name.key();
        this.role = role;
        this.enabled = true;
        this.passwordHash = passwordHash;
        this.createdAt = at;
    }

    /** The administrator with whom everything begins; the database takes one at most. */
    static Person first(AccountName name, String passwordHash, Instant at) {
        Person first = new Person(name, Role.ADMIN, passwordHash, at);
        first.firstOne = true;
        return first;
    }

    UUID id() {
        return id;
    }

    Role role() {
        return role;
    }

    boolean enabled() {
        return enabled;
    }

    String passwordHash() {
        return passwordHash;
    }

    String nameKey() {
        return nameKey;
    }

    boolean isAcceptedAdmin() {
        return enabled && role == Role.ADMIN;
    }

    void disable() {
        enabled = false;
        epoch++;
    }

    void enable() {
        enabled = true;
    }

    void takeOver(Role another) {
        role = another;
        epoch++;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        epoch++;
    }

    PersonDetails details() {
        return new PersonDetails(id, name, role, enabled, epoch, createdAt);
    }
}
