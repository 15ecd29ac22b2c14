package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.Example;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchPlanTests {

    private static final int BATCH = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 399, 400, 401, 1234})
    void everyExampleIsInOneBatch(int count) {
        List<EncodedExample> examples = examples(count);

        List<List<Integer>> batches = BatchPlan.epoch(examples, BATCH, 42, 0);

        assertThat(batches.stream().flatMap(List::stream).sorted().toList())
                .isEqualTo(IntStream.range(0, count).boxed().toList());
        assertThat(batches).hasSize(BatchPlan.steps(count, BATCH));
    }

    @Test
    void theSameSeedAndEpochGiveTheSameOrder() {
        List<EncodedExample> examples = examples(500);

        assertThat(BatchPlan.epoch(examples, BATCH, 42, 1)).isEqualTo(BatchPlan.epoch(examples, BATCH, 42, 1));
        assertThat(BatchPlan.epoch(examples, BATCH, 42, 1)).isNotEqualTo(BatchPlan.epoch(examples, BATCH, 42, 2));
        assertThat(BatchPlan.epoch(examples, BATCH, 42, 1)).isNotEqualTo(BatchPlan.epoch(examples, BATCH, 43, 1));
    }

    @Test
    void aBatchHoldsTextsOfAboutOneLength() {
        List<EncodedExample> examples = examples(2000);

        long padded = 0;
        for (List<Integer> batch : BatchPlan.epoch(examples, BATCH, 42, 0)) {
            int longest = batch.stream()
                    .mapToInt(index -> examples.get(index).tokens())
                    .max()
                    .orElseThrow();
            padded += (long) longest * batch.size();
        }
        long real = examples.stream().mapToInt(EncodedExample::tokens).sum();

        assertThat((double) padded / real).isLessThan(1.05);
    }

    @Test
    void shortBatchesDoNotAllComeFirst() {
        List<EncodedExample> examples = examples(2000);

        List<Integer> lengths = BatchPlan.epoch(examples, BATCH, 42, 0).stream()
                .map(batch -> examples.get(batch.get(0)).tokens())
                .toList();

        assertThat(lengths).isNotEqualTo(lengths.stream().sorted().toList());
    }

    private static List<EncodedExample> examples(int count) {
        Random random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new EncodedExample(new Example("text " + i, Emotion.JOY), new long[3 + random.nextInt(60)]))
                .toList();
    }
}
