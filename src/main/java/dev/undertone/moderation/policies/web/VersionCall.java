package dev.undertone.moderation.policies.web;

import dev.undertone.moderation.policies.rules.PolicyRefused;
import org.jspecify.annotations.Nullable;

/**
 * Says which version is meant, as it was sent.
 *
 * @param version its number
 */
record VersionCall(@Nullable Integer version) {

    int number() {
        if (version == null) {
            throw new PolicyRefused("/version", "this is missing, expected the number of a version");
        }
        return version;
    }
}
