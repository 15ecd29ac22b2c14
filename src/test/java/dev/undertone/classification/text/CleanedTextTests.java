package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CleanedTextTests {

    @Test
    void unchangedTextLeadsEachOffsetToItself() {
        CleanedText text = CleanedText.unchanged("calm");
        assertThat(text.offsets().originalStart(2)).isEqualTo(2);
        assertThat(text.offsets().originalEnd(3)).isEqualTo(3);
        assertThat(text.obfuscated()).isFalse();
    }

    @Test
    void mapThatDoesNotFitTheTextIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CleanedText("calm", "calm", OffsetMap.identity(3), false))
                .withMessageContaining("3 offsets")
                .withMessageContaining("text of 4");
    }

    @Test
    void mapWithFewerEndsThanStartsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OffsetMap.of(new int[2], new int[1]));
    }
}
