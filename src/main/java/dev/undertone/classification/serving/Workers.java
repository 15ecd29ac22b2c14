package dev.undertone.classification.serving;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fixed number of platform threads that run passes: native inference would pin a virtual thread's carrier anyway, and
 * more threads than cores only take turns.
 */
final class Workers implements AutoCloseable {

    private final Network network;
    private final WaitingLine line;
    private final List<Thread> threads;

    Workers(Network network, WaitingLine line, int count) {
        this.network = network;
        this.line = line;
        this.threads = IntStream.range(0, count)
                .mapToObj(worker -> {
                    Thread thread = new Thread(() -> work(worker), "classify-" + (worker + 1));
                    thread.setDaemon(true);
                    return thread;
                })
                .toList();
        threads.forEach(Thread::start);
    }

    private void work(int worker) {
        for (Optional<Turn> turn = line.take(); turn.isPresent(); turn = line.take()) {
            try {
                run(worker, turn.get());
            } finally {
                line.done(turn.get());
            }
        }
    }

    private void run(int worker, Turn turn) {
        List<Sequence> sequences = turn.sequences();
        try {
            float[][] logits =
                    network.run(worker, sequences.stream().map(Sequence::ids).toList(), turn.alone());
            for (int i = 0; i < sequences.size(); i++) {
                sequences.get(i).logits().complete(logits[i]);
            }
        } catch (RuntimeException | Error failure) {
            sequences.forEach(sequence -> sequence.logits().completeExceptionally(failure));
        }
    }

    /** Lets running and waiting passes finish, then frees the network. */
    @Override
    public void close() {
        line.close();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // native memory must not be freed under a running pass, whoever is in a hurry
                    interrupted = true;
                }
            }
        }
        network.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
