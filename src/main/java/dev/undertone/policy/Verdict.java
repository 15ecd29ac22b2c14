package dev.undertone.policy;

/** What the machine says about a submission, from the mildest to the hardest. */
public sealed interface Verdict {

    /** It may be shown. */
    record Allow() implements Verdict {}

    /**
     * It waits for a person.
     *
     * @param queue in which queue
     */
    record Hold(QueueName queue) implements Verdict {}

    /** It is not shown. */
    record Block() implements Verdict {}

    /** 0 for the mildest; of two verdicts the one with the smaller number is milder. */
    default int severity() {
        return this instanceof Allow ? 0 : this instanceof Hold ? 1 : 2;
    }

    /** The name in answers and in the database: {@code ALLOW}, {@code HOLD} or {@code BLOCK}. */
    default String label() {
        return this instanceof Allow ? "ALLOW" : this instanceof Hold ? "HOLD" : "BLOCK";
    }
}
