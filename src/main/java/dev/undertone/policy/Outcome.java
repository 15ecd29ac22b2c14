package dev.undertone.policy;

import java.util.Optional;

/**
 * What a policy says, without why.
 *
 * @param verdict what the machine says
 * @param queue where a person looks, as in {@link Judgement#queue()}
 */
public record Outcome(Verdict verdict, Optional<QueueName> queue) {

    /** What is said when no rule fires. */
    public static final Outcome ALLOWED = new Outcome(new Verdict.Allow(), Optional.empty());
}
