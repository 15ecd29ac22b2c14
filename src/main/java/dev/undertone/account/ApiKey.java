package dev.undertone.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What another system shows to come in; only the hash of the key itself is kept. */
@Entity
@Table(name = "api_key")
class ApiKey {

    private static final String SEPARATOR = ",";

    @Id
    private UUID id;

    @Version
    private int version;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "key_hash")
    private String keyHash;

    private String scopes;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Nullable
    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(AccountName name, String keyHash, Set<Scope> scopes, String createdBy, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.name = name.value();
        this.nameKey = name.key();
        this.keyHash = keyHash;
        this.scopes = EnumSet.copyOf(scopes).stream().map(Scope::label).collect(Collectors.joining(SEPARATOR));
        this.createdBy = createdBy;
        this.createdAt = at;
    }

    UUID id() {
        return id;
    }

    boolean revoked() {
        return revokedAt != null;
    }

    void revoke(Instant at) {
        revokedAt = at;
    }

    ApiKeyDetails details() {
        Set<Scope> granted = Arrays.stream(scopes.split(SEPARATOR))
                .map(label -> Scope.withLabel(label).orElseThrow())
                .collect(Collectors.toSet());
        return new ApiKeyDetails(
                id,
                name,
                granted,
                createdBy,
                createdAt,
                Optional.ofNullable(lastUsedAt).map(hour -> hour.isBefore(createdAt) ? createdAt : hour),
                Optional.ofNullable(revokedAt));
    }
}
