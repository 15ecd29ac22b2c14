package dev.undertone.moderation.policies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stored policy with its versions.
 *
 * @param id which one
 * @param name what it is called
 * @param createdAt when
 * @param createdBy by whom
 * @param versions the newest ones and, behind them, older ones that are live or in the shadow; the newest first
 */
public record PolicyDetails(UUID id, String name, Instant createdAt, String createdBy, List<VersionDetails> versions) {

    /** Copies the versions. */
    public PolicyDetails {
        versions = List.copyOf(versions);
    }
}
