package dev.undertone.training.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class LayerMapTests {

    @Test
    void halfAsManyLayersCopyEverySecond() {
        assertThat(LayerMap.of("", 6, 12).teacherLayers()).containsExactly(1, 3, 5, 7, 9, 11);
    }

    @Test
    void asManyLayersCopyEachItsOwn() {
        assertThat(LayerMap.of("", 3, 3).teacherLayers()).containsExactly(0, 1, 2);
    }

    @Test
    void aTeacherWithFewerLayersIsStillCopiedToItsEnd() {
        assertThat(LayerMap.of("", 4, 2).teacherLayers()).containsExactly(0, 0, 0, 1);
    }

    @Test
    void chosenLayersAreTaken() {
        assertThat(LayerMap.of("6-11", 6, 12).teacherLayers()).containsExactly(6, 7, 8, 9, 10, 11);
    }

    @Test
    void tooFewLayersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerMap.of("1,3", 6, 12))
                .withMessage("--teacher-layers names 2 layers, expected one for each of the student's 6");
    }

    @Test
    void aLayerThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerMap.of("7-12", 6, 12))
                .withMessage("--teacher-layers names layer 12, but the teacher's are 0 to 11");
    }
}
