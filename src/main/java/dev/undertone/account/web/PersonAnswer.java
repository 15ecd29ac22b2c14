package dev.undertone.account.web;

import dev.undertone.account.PersonDetails;
import java.time.Instant;
import java.util.UUID;

/**
 * A person, as the API shows one.
 *
 * @param id opaque
 * @param name what they sign in with
 * @param role such as {@code policy-owner}
 * @param enabled whether they may come in
 * @param createdAt when the account was made
 */
record PersonAnswer(UUID id, String name, String role, boolean enabled, Instant createdAt) {

    static PersonAnswer of(PersonDetails person) {
        return new PersonAnswer(
                person.id(), person.name(), person.role().label(), person.enabled(), person.createdAt());
    }
}
