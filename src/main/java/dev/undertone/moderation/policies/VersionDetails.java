package dev.undertone.moderation.policies;

import dev.undertone.policy.Policy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored version of a policy.
 *
 * @param id which one
 * @param policyId of which policy
 * @param label its name in answers and in the trail, such as {@code default@3}
 * @param number counts the versions of a policy from 1
 * @param state how far it has come
 * @param policy what it says
 * @param note why it was made
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param previewedAt when somebody last saw what it would do
 * @param activatedAt when it last went live
 */
public record VersionDetails(
        UUID id,
        UUID policyId,
        String label,
        int number,
        VersionState state,
        Policy policy,
        String note,
        Instant createdAt,
        String createdBy,
        Optional<Instant> previewedAt,
        Optional<Instant> activatedAt) {}
