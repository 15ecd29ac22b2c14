package dev.undertone.moderation;

import dev.undertone.policy.Evidence;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.Verdict;

/** The policies in force: one that is live, and those that only say what they would have done. */
public interface StandingPolicies {

    /** What the live policy says. */
    Ruling judge(Evidence evidence);

    /**
     * Keeps what each shadow policy would have said, within the running transaction; changes nothing else.
     *
     * @param done what is done with the submission
     */
    void recordShadows(SubmissionId id, Evidence evidence, Verdict done);

    /**
     * A judgement and the policy version that made it.
     *
     * @param policyVersion such as {@code default@3}
     * @param judgement what it said
     */
    record Ruling(String policyVersion, Judgement judgement) {}
}
