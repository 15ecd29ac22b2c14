package dev.undertone.moderation.policies.web.page;

import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is shown.
 *
 * @param policyId of which policy
 * @param policy its name
 * @param number of the version
 * @param state how far it has come
 * @param note why it was made; empty if nobody said
 * @param createdBy by whom
 * @param createdAt when
 * @param previewedAt when somebody last saw what it would do; null if nobody has
 * @param activatedAt when it last went live; null if it has not
 * @param rules what it says, in order
 */
record VersionView(
        UUID policyId,
        String policy,
        int number,
        VersionState state,
        String note,
        String createdBy,
        Instant createdAt,
        @Nullable Instant previewedAt,
        @Nullable Instant activatedAt,
        List<RuleView> rules) {

    static VersionView of(VersionDetails version, PolicyWords words) {
        return new VersionView(
                version.policyId(),
                version.label().substring(0, version.label().lastIndexOf('@')),
                version.number(),
                version.state(),
                version.note(),
                version.createdBy(),
                version.createdAt(),
                version.previewedAt().orElse(null),
                version.activatedAt().orElse(null),
                RuleView.of(version.policy().rules(), words));
    }

    /** Whether it may still go live. */
    public boolean canGoLive() {
        return state == VersionState.DRAFT || state == VersionState.SHADOW;
    }

    /** Whether it judges. */
    public boolean live() {
        return state == VersionState.LIVE;
    }

    /** Whether it is a draft. */
    public boolean draft() {
        return state == VersionState.DRAFT;
    }
}
