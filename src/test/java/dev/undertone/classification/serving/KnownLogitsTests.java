package dev.undertone.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownLogitsTests {

    private static final long[] IDS = {101, 7, 8, 102};

    @Test
    void theSameIdsAreKnownAndOthersAreNot() {
        KnownLogits known = new KnownLogits(10);
        known.put(IDS, new float[] {1, 2});

        assertThat(known.of(IDS.clone()))
                .hasValueSatisfying(logits -> assertThat(logits).containsExactly(1, 2));
        assertThat(known.of(new long[] {101, 8, 7, 102})).isEmpty();
        assertThat(known.of(new long[] {101, 7, 8})).isEmpty();
    }

    @Test
    void nothingIsKeptIfSwitchedOff() {
        KnownLogits none = new KnownLogits(0);
        none.put(IDS, new float[] {1});

        assertThat(none.of(IDS)).isEmpty();
    }

    @Test
    void thereAreNeverManyMoreThanAllowed() {
        KnownLogits few = new KnownLogits(10);
        for (int i = 0; i < 5000; i++) {
            few.put(new long[] {i}, new float[] {i});
        }

        assertThat(IntStream.range(0, 5000).filter(i -> few.of(new long[] {i}).isPresent()))
                .hasSizeLessThan(500);
    }
}
