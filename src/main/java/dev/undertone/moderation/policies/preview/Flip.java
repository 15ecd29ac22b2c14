package dev.undertone.moderation.policies.preview;

import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.Outcome;

/**
 * A submission about which two policies differ.
 *
 * @param submission which one
 * @param before what the live policy says
 * @param after what the previewed one says
 */
public record Flip(SubmissionId submission, Outcome before, Outcome after) {}
