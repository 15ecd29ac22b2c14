package dev.undertone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AugmentationTests {

    private static final String TEXT = "i didnt feel like dancing because i am tired";

    @Test
    void theWantedShareOfTextsIsChanged() {
        assertThat(changed(0)).isZero();
        assertThat(changed(0.3)).isBetween(250L, 350L);
        assertThat(changed(1)).isGreaterThan(980);
    }

    @Test
    void seedStepAndTextDecideTogether() {
        Augmentation augmentation = new Augmentation(1, 42);

        assertThat(augmentation.write(TEXT, 3, 5)).isEqualTo(new Augmentation(1, 42).write(TEXT, 3, 5));
        assertThat(IntStream.range(0, 50)
                        .mapToObj(step -> augmentation.write(TEXT, step, 5))
                        .distinct())
                .hasSizeGreaterThan(30);
        assertThat(IntStream.range(0, 50)
                        .mapToObj(number -> augmentation.write(TEXT, 3, number))
                        .distinct())
                .hasSizeGreaterThan(30);
        assertThat(IntStream.range(0, 50)
                        .mapToObj(seed -> new Augmentation(1, seed).write(TEXT, 3, 5))
                        .distinct())
                .hasSizeGreaterThan(30);
    }

    @Test
    void everyWordIsMistypedOftenEnoughToBeLearnt() {
        Augmentation augmentation = new Augmentation(1, 42);
        for (String word : List.of("didnt", "feel", "like", "dancing", "because", "tired")) {
            assertThat(IntStream.range(0, 1000)
                            .filter(number -> !augmentation
                                    .write(TEXT, 0, number)
                                    .toLowerCase(Locale.ROOT)
                                    .contains(word))
                            .count())
                    .as(word)
                    .isBetween(150L, 400L);
        }
    }

    private static long changed(double share) {
        Augmentation augmentation = new Augmentation(share, 42);
        return IntStream.range(0, 1000)
                .filter(number -> !augmentation.write(TEXT, 0, number).equals(TEXT))
                .count();
    }
}
