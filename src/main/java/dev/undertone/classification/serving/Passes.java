package dev.undertone.classification.serving;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the sequences of a call through the network. Only so many are handed over at a time, so that a call with many
 * texts takes turns with the calls beside it.
 */
public final class Passes implements AutoCloseable {

    private final WaitingLine line;
    private final Workers workers;
    private final Limits limits;

    Passes(Network network, Limits limits) {
        this.limits = limits;
        this.line = new WaitingLine(limits);
        this.workers = new Workers(network, line, limits.workers());
    }

    /** Opens a network that was compiled into this file. */
    public static Passes open(Path file, Limits limits) {
        return new Passes(new CompiledNetwork(file, limits.workers()), limits);
    }

    /**
     * Runs all sequences.
     *
     * @return logits of each sequence, in the order given
     * @throws Unanswered if the deadline passes first, or the thread is interrupted; what has not begun is not run
     */
    public List<float[]> run(List<long[]> ids, Urgency urgency, Deadline deadline) {
        List<float[]> logits = new ArrayList<>(ids.size());
        Deque<Sequence> waiting = new ArrayDeque<>();
        int tokens = 0;
        int next = 0;
        try {
            while (logits.size() < ids.size()) {
                List<Sequence> more = new ArrayList<>();
                while (next < ids.size() && (tokens == 0 || tokens + ids.get(next).length <= limits.tokensInFlight())) {
                    tokens += ids.get(next).length;
                    more.add(new Sequence(ids.get(next++), urgency));
                }
                waiting.addAll(more);
                line.add(more);
                logits.add(await(waiting.element().logits(), deadline));
                tokens -= waiting.remove().tokens();
            }
            return logits;
        } finally {
            waiting.forEach(sequence -> sequence.logits().cancel(false));
        }
    }

    private static float[] await(CompletableFuture<float[]> logits, Deadline deadline) {
        try {
            return logits.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Unanswered("the deadline has passed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("whoever waited has gone");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the network could not be run", e.getCause());
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
