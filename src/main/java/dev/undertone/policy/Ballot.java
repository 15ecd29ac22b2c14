package dev.undertone.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the rules that fire for one text, in order, and knows which of them decides and which asks for a person. */
final class Ballot {

    private @Nullable Rule deciding;
    private @Nullable Rule holding;
    private @Nullable Rule blocking;

    void count(Rule rule) {
        if (deciding == null || rule.then().severity() < deciding.then().severity()) {
            deciding = rule;
        }
        if (holding == null && rule.then() instanceof Verdict.Hold) {
            holding = rule;
        }
        if (blocking == null && rule.then() instanceof Verdict.Block) {
            blocking = rule;
        }
    }

    /**
     * The rule for which a person looks at the text: the first that holds, or the first that blocks where another
     * disagrees. Where nobody looks, the one that decides, the first of the mildest; null when none fired.
     */
    @Nullable
    Rule foremost() {
        return holding != null ? holding : blocking != null ? blocking : deciding;
    }

    /** What the rules say together. */
    Outcome outcome() {
        if (deciding == null) {
            return Outcome.ALLOWED;
        }
        Verdict verdict = deciding.then();
        return new Outcome(verdict, queue(verdict));
    }

    private Optional<QueueName> queue(Verdict verdict) {
        if (holding != null && holding.then() instanceof Verdict.Hold hold) {
            return Optional.of(hold.queue());
        }
        boolean disagreed = blocking != null && !(verdict instanceof Verdict.Block);
        return disagreed ? Optional.of(QueueName.UNCERTAIN) : Optional.empty();
    }
}
