package dev.undertone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.undertone.emotion.Emotion;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FoldTests {

    private final Dataset dataset = new Dataset(
            "train",
            IntStream.range(0, 11)
                    .mapToObj(i -> new Example("text " + i, Emotion.JOY))
                    .toList());

    @Test
    void everyExampleIsInOneFoldAndOutsideTheOthers() {
        List<Fold> folds = List.of(new Fold(1, 3), new Fold(2, 3), new Fold(3, 3));

        assertThat(folds.stream().flatMap(fold -> fold.inside(dataset).stream()))
                .containsExactlyInAnyOrderElementsOf(dataset.examples());
        assertThat(folds)
                .allSatisfy(fold -> assertThat(
                                Stream.concat(fold.inside(dataset).stream(), fold.outside(dataset).examples().stream()))
                        .containsExactlyInAnyOrderElementsOf(dataset.examples()));
    }

    @Test
    void aFoldIsReadAsItIsWritten() {
        assertThat(Fold.parse("2/5")).isEqualTo(new Fold(2, 5)).hasToString("2/5");
    }

    @Test
    void whatIsNoFoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fold.parse("6/5")).withMessageContaining("6/5");
        assertThatIllegalArgumentException().isThrownBy(() -> Fold.parse("0/5"));
        assertThatIllegalArgumentException().isThrownBy(() -> Fold.parse("1/1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Fold.parse("a fifth"));
    }
}
