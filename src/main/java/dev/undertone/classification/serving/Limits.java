package dev.undertone.classification.serving;

/**
 * How much one pass may hold.
 *
 * @param workers threads that run passes
 * @param texts most sequences in one pass
 * @param tokens most tokens in one pass of several sequences; a longer one is long and runs by itself
 */
public record Limits(int workers, int texts, int tokens) {

    /** Long sequences never take all workers, if there are several: the short ones would have to wait for them. */
    int longAtOnce() {
        return Math.max(1, workers - 1);
    }

    /** Tokens that one call may have running and waiting: enough for two passes of each worker. */
    int tokensInFlight() {
        return 2 * workers * tokens;
    }
}
