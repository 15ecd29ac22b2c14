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
import java.util.function.BiConsumer;

/**
 * Runs the sequences of a call through the network. Only so many are handed over at a time, so that a call with many
 * texts takes turns with the calls beside it.
 */
public final class Passes implements AutoCloseable {

    private final WaitingLine line;
    private final Workers workers;
    private final Limits limits;
    private volatile boolean retired;

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
     * @param each told the logits of each sequence, one after the other in the order given
     * @throws Unanswered if the deadline passes first, or the thread is interrupted; what has not begun is not run
     * @throws Retired if it makes way and this was retired; what has not been handed over is not run
     */
    public void run(List<long[]> ids, Urgency urgency, Deadline deadline, BiConsumer<long[], float[]> each) {
        Deque<Sequence> waiting = new ArrayDeque<>();
        int tokens = 0;
        int next = 0;
        try {
            while (next < ids.size() || !waiting.isEmpty()) {
                if (retired && urgency == Urgency.BULK) {
                    throw new Retired();
                }
                List<Sequence> more = new ArrayList<>();
                while (next < ids.size() && (tokens == 0 || tokens + ids.get(next).length <= limits.tokensInFlight())) {
                    tokens += ids.get(next).length;
                    more.add(new Sequence(ids.get(next++), urgency));
                }
                waiting.addAll(more);
                line.add(more);
                Sequence first = waiting.element();
                each.accept(first.ids(), await(first.logits(), deadline));
                tokens -= waiting.remove().tokens();
            }
        } finally {
            waiting.forEach(sequence -> sequence.logits().cancel(false));
        }
    }

    private static float[] await(CompletableFuture<float[]> logits, Deadline deadline) {
        try {
            return logits.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Unanswered.late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unanswered.gone();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the network could not be run", e.getCause());
        }
    }

    /** Lets live work go on to its end, and hands over nothing more of bulk work, which may take minutes. */
    public void retire() {
        retired = true;
    }

    @Override
    public void close() {
        workers.close();
    }
}
