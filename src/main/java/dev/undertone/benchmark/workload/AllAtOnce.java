package dev.undertone.benchmark.workload;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import java.util.List;

/** Many texts handed over together; the wait is that for the last answer. */
public final class AllAtOnce implements Workload {

    private final String name;
    private final List<Sample> samples;
    private final boolean once;

    /** With {@code once} it takes part in one round only, as it takes minutes. */
    public AllAtOnce(String name, List<Sample> samples, boolean once) {
        this.name = name;
        this.samples = List.copyOf(samples);
        this.once = once;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rounds(int asked) {
        return once ? 1 : asked;
    }

    @Override
    public Measurement measure(Contestant contestant) {
        long start = System.nanoTime();
        contestant.answerAll(samples);
        long nanos = System.nanoTime() - start;
        return Measurement.of(samples.size(), nanos, new long[] {nanos});
    }
}
