package dev.undertone.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A person as others may know them.
 *
 * @param id stays the same whatever changes
 * @param name what they sign in with
 * @param role what they are here for
 * @param enabled whether they may come in
 * @param epoch a session that began in an earlier one has ended
 * @param createdAt when the account was made
 */
public record PersonDetails(UUID id, String name, Role role, boolean enabled, int epoch, Instant createdAt) {}
