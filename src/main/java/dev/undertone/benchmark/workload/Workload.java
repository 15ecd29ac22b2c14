package dev.undertone.benchmark.workload;

import dev.undertone.benchmark.contestant.Contestant;

/** Something that every contestant is given to do. */
public interface Workload {

    /** Its name in the report. */
    String name();

    /** In how many rounds of so many it takes part. */
    default int rounds(int asked) {
        return asked;
    }

    /** Whether many texts are handed over together. */
    default boolean isOfMany() {
        return false;
    }

    /** Lets a contestant do some of it before anything is measured. */
    default void warmUp(Contestant contestant) {
        measure(contestant);
    }

    /** Lets a contestant do it once. */
    Measurement measure(Contestant contestant);
}
