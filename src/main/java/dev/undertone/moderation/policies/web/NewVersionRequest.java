package dev.undertone.moderation.policies.web;

import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.VersionNote;
import dev.undertone.moderation.policies.rules.PolicyRefused;
import dev.undertone.moderation.policies.rules.RulesReader;
import dev.undertone.policy.Policy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a policy shall say next, as it was sent.
 *
 * @param rules in order
 * @param note why
 */
record NewVersionRequest(@Nullable JsonNode rules, @Nullable String note) {

    NewVersion newVersion() {
        Policy policy = RulesReader.read(rules, "/rules");
        VersionNote why = versionNote();
        try {
            return new NewVersion(policy, why);
        } catch (IllegalArgumentException wrong) {
            throw new PolicyRefused("/rules", wrong);
        }
    }

    private VersionNote versionNote() {
        if (note == null) {
            return VersionNote.NONE;
        }
        try {
            return new VersionNote(note);
        } catch (IllegalArgumentException wrong) {
            throw new PolicyRefused("/note", wrong);
        }
    }
}
