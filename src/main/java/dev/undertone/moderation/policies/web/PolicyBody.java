package dev.undertone.moderation.policies.web;

import dev.undertone.moderation.policies.PolicyDetails;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy in an answer.
 *
 * @param id names it in addresses
 * @param name what it is called
 * @param createdAt when
 * @param createdBy by whom
 * @param live the number of its version that judges; null if none does
 * @param versions the newest first
 */
record PolicyBody(
        UUID id,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable Integer live,
        List<VersionBody> versions) {

    static PolicyBody of(PolicyDetails policy) {
        return new PolicyBody(
                policy.id(),
                policy.name(),
                policy.createdAt(),
                policy.createdBy(),
                policy.versions().stream()
                        .filter(version -> version.state() == VersionState.LIVE)
                        .findFirst()
                        .map(VersionDetails::number)
                        .orElse(null),
                policy.versions().stream().map(VersionBody::of).toList());
    }
}
