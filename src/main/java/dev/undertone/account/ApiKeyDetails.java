package dev.undertone.account;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An API key as others may know it: everything but the key.
 *
 * @param id stays the same
 * @param name what it is called, and what the audit trail says of whoever uses it
 * @param scopes what it allows, at least one
 * @param createdBy the name of who made it
 * @param createdAt when
 * @param lastUsedAt the beginning of the hour in which it was used last, but never before it was made; empty before the
 *     first use
 * @param revokedAt when it stopped to work; empty while it does
 */
public record ApiKeyDetails(
        UUID id,
        String name,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** Copies the scopes, in their order. */
    public ApiKeyDetails {
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }
}
