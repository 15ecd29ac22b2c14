package dev.undertone.benchmark.contestant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Texts in batches of about equal lengths, so that little of a batch is padding. */
final class Batches {

    private Batches() {}

    static List<List<Sample>> of(List<Sample> samples, int size) {
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparingInt(Sample::tokens).reversed())
                .toList();
        List<List<Sample>> batches = new ArrayList<>();
        for (int start = 0; start < sorted.size(); start += size) {
            batches.add(sorted.subList(start, Math.min(start + size, sorted.size())));
        }
        return batches;
    }
}
