package dev.undertone.classification.serving;

import java.util.concurrent.CompletableFuture;

/**
 * Token ids on their way through the network.
 *
 * @param ids start and end mark included
 * @param urgency whether somebody waits
 * @param logits what comes out; whoever no longer wants it cancels it
 */
@SuppressWarnings("ArrayRecordComponent")
record Sequence(long[] ids, Urgency urgency, CompletableFuture<float[]> logits) {

    Sequence(long[] ids, Urgency urgency) {
        this(ids, urgency, new CompletableFuture<>());
    }

    int tokens() {
        return ids.length;
    }

    boolean isWanted() {
        return !logits.isDone();
    }
}
