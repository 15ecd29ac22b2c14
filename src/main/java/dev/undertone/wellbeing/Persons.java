package dev.undertone.wellbeing;

import dev.undertone.account.Caller;
import dev.undertone.audit.Actor;
import java.util.Optional;
import java.util.UUID;

/** Tells people from programs, which get nothing to see that could weigh on them. */
final class Persons {

    private Persons() {}

    static Optional<UUID> of(Caller caller) {
        if (caller.actor().kind() != Actor.Kind.PERSON) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(caller.actor().id()));
        } catch (IllegalArgumentException nobodyWithAnAccount) {
            return Optional.empty();
        }
    }
}
