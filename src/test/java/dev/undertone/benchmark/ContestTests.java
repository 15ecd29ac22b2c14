package dev.undertone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import dev.undertone.benchmark.workload.Measurement;
import dev.undertone.benchmark.workload.Measurement.Waits;
import dev.undertone.benchmark.workload.Workload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContestTests {

    private final List<String> turns = new ArrayList<>();

    @Test
    void everyoneHasOneTurnARoundInAnOrderDrawnAnewAfterAWarmUpThatDoesNotCount() {
        Contest contest = new Contest(List.of(named("a"), named("b"), named("c")), 8, new Random(1));

        List<Row> rows = contest.hold(counting(new ArrayDeque<>()), line -> {});

        assertThat(rows).extracting(Row::system).containsExactly("a", "b", "c");
        assertThat(turns).hasSize(3 + 8 * 3);
        List<List<String>> rounds = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            rounds.add(turns.subList(3 + 3 * round, 6 + 3 * round));
        }
        assertThat(rounds).allSatisfy(round -> assertThat(round).containsExactlyInAnyOrder("a", "b", "c"));
        assertThat(rounds.stream().distinct().count()).isGreaterThan(2);
    }

    @Test
    void aRowHasTheMedianAndTheExtremesOfItsRoundsAndTheWaitsOfAllOfThem() {
        Deque<Measurement> results = new ArrayDeque<>(List.of(
                measured(1000, 1), // to warm up
                measured(10, 1, 100_000_000),
                measured(10, 2, 200_000_000),
                measured(10, 0.1, 300_000_000)));

        Row row = new Contest(List.of(named("a")), 3, new Random(1))
                .hold(counting(results), line -> {})
                .get(0);

        assertThat(row.textsPerSecond()).isEqualTo(10, within(1e-9));
        assertThat(row.min()).isEqualTo(5, within(1e-9));
        assertThat(row.max()).isEqualTo(100, within(1e-9));
        assertThat(row.p50Ms()).isEqualTo(200);
        assertThat(row.p99Ms()).isEqualTo(300);
    }

    @Test
    void aPercentileIsTheLeastWaitThatSoManyDidNotExceed() {
        long[] waits = new long[100];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = (100 - i) * 1_000_000L;
        }

        assertThat(new Waits(waits).percentile(0.5)).isEqualTo(50);
        assertThat(new Waits(waits).percentile(0.95)).isEqualTo(95);
        assertThat(new Waits(waits).percentile(0.99)).isEqualTo(99);
        assertThat(new Waits(7_000_000).percentile(0.99)).isEqualTo(7);
    }

    private static Measurement measured(int texts, double seconds, long... waits) {
        return new Measurement(texts, seconds, new Waits(waits));
    }

    private Workload counting(Deque<Measurement> results) {
        return new Workload() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public Measurement measure(Contestant contestant) {
                turns.add(contestant.system());
                return results.isEmpty() ? measured(1, 1, 1) : results.remove();
            }
        };
    }

    private static Contestant named(String name) {
        return new Contestant() {
            @Override
            public String system() {
                return name;
            }

            @Override
            public void forward(Sample sample) {
                throw new AssertionError("nobody asked for it");
            }

            @Override
            public void answer(Sample sample, int callers) {
                throw new AssertionError("nobody asked for it");
            }

            @Override
            public void answerAll(List<Sample> samples) {
                throw new AssertionError("nobody asked for it");
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }
}
