package dev.undertone.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AllAtOnceTests {

    private final Clerk clerk = new Clerk();

    @Test
    void noTextIsHandedOverTwiceAtOnceHoweverFewThereAre() {
        Measurement measured = new AllAtOnce("bulk", samples("a", "b", "a", "c"), 8, true).measure(clerk);

        assertThat(clerk.batches).containsExactly(List.of("a", "b", "c"), List.of("a", "b", "c"), List.of("a", "b"));
        assertThat(measured.texts()).isEqualTo(8);
    }

    @Test
    void whereThereAreEnoughAllAreHandedOverTogether() {
        new AllAtOnce("mix", samples("a", "b", "c"), 2, false).measure(clerk);

        assertThat(clerk.batches).containsExactly(List.of("a", "b"));
    }

    @Test
    void warmingUpTakesOneHandful() {
        new AllAtOnce("bulk", samples("a", "b", "c"), 8, true).warmUp(clerk);

        assertThat(clerk.batches).containsExactly(List.of("a", "b"));
    }

    private static List<Sample> samples(String... texts) {
        return Stream.of(texts).map(text -> new Sample(text, new long[] {1, 2})).toList();
    }

    /** Notes what it is given. */
    private static final class Clerk implements Contestant {

        private final List<List<String>> batches = new ArrayList<>();

        @Override
        public String system() {
            return "clerk";
        }

        @Override
        public void forward(Sample sample) {}

        @Override
        public void answer(Sample sample, int callers) {}

        @Override
        public void answerAll(List<Sample> samples) {
            batches.add(samples.stream().map(Sample::text).toList());
        }

        @Override
        public void close() {}
    }
}
