package dev.undertone.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the rules that fire for one text, in order, and knows which of them decides. */
final class Ballot {

    private @Nullable Rule deciding;
    private @Nullable QueueName queue;
    private boolean block;

    void count(Rule rule) {
        if (deciding == null || rule.then().severity() < deciding.then().severity()) {
            deciding = rule;
        }
        if (rule.then() instanceof Verdict.Hold hold && queue == null) {
            queue = hold.queue();
        }
        block |= rule.then() instanceof Verdict.Block;
    }

    /** The first of the mildest rules; null when none fired. */
    @Nullable
    Rule deciding() {
        return deciding;
    }

    /** What the rules say together. */
    Outcome outcome() {
        if (deciding == null) {
            return Outcome.ALLOWED;
        }
        Verdict verdict = deciding.then();
        boolean disagreedAboutBlock = block && !(verdict instanceof Verdict.Block);
        QueueName look = queue == null && disagreedAboutBlock ? QueueName.UNCERTAIN : queue;
        return new Outcome(verdict, Optional.ofNullable(look));
    }
}
