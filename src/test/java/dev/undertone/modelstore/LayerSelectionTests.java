package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerSelectionTests {

    @Test
    void rangesAndNumbersMayBeMixed() {
        assertThat(LayerSelection.parse("0-5").numbers()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(LayerSelection.parse("0,2, 4,7-8,11").numbers()).containsExactly(0, 2, 4, 7, 8, 11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "-1", "0,,1", "0-9999999999"})
    void otherTextsAreNoSelection(String text) {
        assertThatThrownBy(() -> LayerSelection.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layers \"" + text + "\" are not numbers and ranges such as 0-5 or 0,2,4,7,9,11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,1", "1,1", "0-3,2"})
    void layersAreTakenFromTheBottomUp(String text) {
        assertThatThrownBy(() -> LayerSelection.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("are not rising numbers from 0");
    }

    @Test
    void rangeThatFallsHasNoLayers() {
        assertThatThrownBy(() -> LayerSelection.parse("5-3")).hasMessage("no layers are chosen");
    }
}
