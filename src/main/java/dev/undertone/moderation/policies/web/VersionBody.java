package dev.undertone.moderation.policies.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionState;
import dev.undertone.moderation.policies.preview.Counts;
import dev.undertone.moderation.policies.rules.RulesWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version in an answer.
 *
 * @param version its number
 * @param label with the policy's name, as submissions carry it
 * @param state how far it has come
 * @param rules in the form in which they are sent
 * @param note why it was made
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param previewedAt when somebody last saw what it would do; null if nobody has
 * @param activatedAt when it last went live; null if it has not
 */
record VersionBody(
        int version,
        String label,
        VersionState state,
        JsonNode rules,
        String note,
        Instant createdAt,
        String createdBy,
        @Nullable Instant previewedAt,
        @Nullable Instant activatedAt) {

    static VersionBody of(VersionDetails version) {
        return new VersionBody(
                version.number(),
                version.label(),
                version.state(),
                RulesWriter.write(version.policy()),
                version.note(),
                version.createdAt(),
                version.createdBy(),
                version.previewedAt().orElse(null),
                version.activatedAt().orElse(null));
    }

    /**
     * A version with what it would have done.
     *
     * @param version the version
     * @param shadow how often it said what while it stood in the shadow
     */
    record WithShadow(@JsonUnwrapped VersionBody version, Counts shadow) {}
}
