package dev.undertone.audit;

import java.util.Optional;

/**
 * What a check of the chain found.
 *
 * @param entries how many entries are stored
 * @param head the stored head; empty if there is none
 * @param firstBroken the first place where the chain does not hold; empty if it holds
 */
public record ChainReport(long entries, Optional<ChainHead> head, Optional<ChainBreak> firstBroken) {

    /** Whether all is as it was written. */
    public boolean holds() {
        return firstBroken.isEmpty();
    }
}
