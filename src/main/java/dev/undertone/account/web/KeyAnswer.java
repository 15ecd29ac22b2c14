package dev.undertone.account.web;

import dev.undertone.account.ApiKeyDetails;
import dev.undertone.account.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key, as the API shows one.
 *
 * @param id opaque
 * @param name what it is called
 * @param scopes what it allows
 * @param createdBy the name of who made it
 * @param createdAt when
 * @param lastUsedAt the hour of its last use; null before the first
 * @param revokedAt when it stopped to work; null while it does
 */
record KeyAnswer(
        UUID id,
        String name,
        List<String> scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    static KeyAnswer of(ApiKeyDetails key) {
        return new KeyAnswer(
                key.id(),
                key.name(),
                key.scopes().stream().map(Scope::label).toList(),
                key.createdBy(),
                key.createdAt(),
                key.lastUsedAt().orElse(null),
                key.revokedAt().orElse(null));
    }
}
