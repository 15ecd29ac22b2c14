package dev.undertone.benchmark.contestant;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Finds the setting with which work is done fastest here. */
final class Trials {

    private static final int COUNTED = 3;

    private Trials() {}

    /** The one with the shortest median of some runs, by somebody who is warm already. */
    static <S> S fastest(List<S> settings, Consumer<S> work) {
        return settings.stream()
                .min(Comparator.comparingLong(setting -> nanos(() -> work.accept(setting))))
                .orElseThrow();
    }

    private static long nanos(Runnable work) {
        return LongStream.generate(() -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .limit(COUNTED)
                .sorted()
                .skip(COUNTED / 2)
                .findFirst()
                .orElseThrow();
    }
}
