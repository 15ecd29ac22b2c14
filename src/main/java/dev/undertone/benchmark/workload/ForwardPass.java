package dev.undertone.benchmark.workload;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import java.time.Duration;
import java.util.Arrays;

/** The network alone, on one text of a length, with all cores. */
public final class ForwardPass implements Workload {

    private static final int FEWEST = 3;

    private final Sample sample;
    private final Duration slot;

    /** Runs for so long, and at least three times. */
    public ForwardPass(Sample sample, Duration slot) {
        this.sample = sample;
        this.slot = slot;
    }

    @Override
    public String name() {
        return "tokens-" + sample.tokens();
    }

    @Override
    public Measurement measure(Contestant contestant) {
        long[] waits = new long[16];
        int done = 0;
        long start = System.nanoTime();
        long now = start;
        while (done < FEWEST || now - start < slot.toNanos()) {
            contestant.forward(sample);
            long then = System.nanoTime();
            if (done == waits.length) {
                waits = Arrays.copyOf(waits, 2 * done);
            }
            waits[done++] = then - now;
            now = then;
        }
        return Measurement.of(done, now - start, Arrays.copyOf(waits, done));
    }
}
