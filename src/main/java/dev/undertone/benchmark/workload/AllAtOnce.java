package dev.undertone.benchmark.workload;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Many texts handed over together; the wait is that for the last answer.
 *
 * <p>No text is handed over twice at once, as some contestants would read it once: where there are too few, they are
 * handed over again when all were answered.
 */
public final class AllAtOnce implements Workload {

    private final String name;
    private final List<List<Sample>> parts;
    private final boolean once;

    /**
     * So many texts.
     *
     * @param samples to take from; at least one
     * @param count how many
     * @param once whether it takes part in one round only, as it takes minutes
     */
    public AllAtOnce(String name, List<Sample> samples, int count, boolean once) {
        this.name = name;
        this.parts = parts(samples, count);
        this.once = once;
    }

    private static List<List<Sample>> parts(List<Sample> samples, int count) {
        List<Sample> different = List.copyOf(samples.stream()
                .collect(Collectors.toMap(Sample::text, sample -> sample, (one, again) -> one, LinkedHashMap::new))
                .values());
        List<List<Sample>> parts = new ArrayList<>();
        for (int left = count; left > 0; left -= different.size()) {
            parts.add(different.subList(0, Math.min(left, different.size())));
        }
        return parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isOfMany() {
        return true;
    }

    @Override
    public int rounds(int asked) {
        return once ? 1 : asked;
    }

    @Override
    public void warmUp(Contestant contestant) {
        contestant.answerAll(parts.get(parts.size() - 1));
    }

    @Override
    public Measurement measure(Contestant contestant) {
        long start = System.nanoTime();
        parts.forEach(contestant::answerAll);
        long nanos = System.nanoTime() - start;
        return Measurement.of(parts.stream().mapToInt(List::size).sum(), nanos, new long[] {nanos});
    }
}
