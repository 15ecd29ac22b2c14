package dev.undertone.moderation.policies;

import dev.undertone.policy.Policy;
import java.util.List;
import java.util.UUID;

/**
 * What is in force at a moment.
 *
 * @param counter how often that had changed
 * @param live the version that judges
 * @param shadows those that say what they would have done
 */
record InForce(long counter, Version live, List<Version> shadows) {

    InForce {
        shadows = List.copyOf(shadows);
    }

    /**
     * A version, ready to judge.
     *
     * @param id which one
     * @param label such as {@code default@3}
     * @param policy what it says
     */
    record Version(UUID id, String label, Policy policy) {}
}
