package dev.undertone.moderation.policies.web;

import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.PolicyName;
import dev.undertone.moderation.policies.rules.PolicyRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A policy to store, as it was sent.
 *
 * @param name what it shall be called
 * @param rules what it shall say first
 * @param note why
 */
record NewPolicyRequest(
        @Nullable String name,
        @Nullable JsonNode rules,
        @Nullable String note) {

    PolicyName policyName() {
        if (name == null) {
            throw new PolicyRefused("/name", "this is missing, expected a text");
        }
        try {
            return new PolicyName(name);
        } catch (IllegalArgumentException wrong) {
            throw new PolicyRefused("/name", wrong);
        }
    }

    NewVersion newVersion() {
        return new NewVersionRequest(rules, note).newVersion();
    }
}
