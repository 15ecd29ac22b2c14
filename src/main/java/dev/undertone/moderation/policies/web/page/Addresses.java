package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.policies.NoSuchPolicy;
import java.util.UUID;

/** The parts of an address that name a policy and a version of it; what cannot be a name is the name of nothing. */
final class Addresses {

    private Addresses() {}

    static UUID policy(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException notOne) {
            throw NoSuchPolicy.withThisId(notOne);
        }
    }

    /** No version is called 0. */
    static int version(String part) {
        return part.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(part) : 0;
    }
}
