package dev.undertone.classification.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.text.Words;
import dev.undertone.classification.text.Words.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class OcclusionTests {

    private static final String TEXT = "never, ever again";

    @Test
    void deletedWordsLeaveSpacesAndPunctuation() {
        List<Word> words = Words.in(TEXT);
        assertThat(Occlusion.DELETE.hide(TEXT, List.of(words.get(0), words.get(2))))
                .isEqualTo(", ever ");
    }

    @Test
    void eachMaskedWordGetsItsMask() {
        assertThat(Occlusion.MASK.hide(TEXT, Words.in(TEXT))).isEqualTo("[MASK], [MASK] [MASK]");
    }

    @Test
    void nothingHiddenIsTheText() {
        assertThat(Occlusion.DELETE.hide(TEXT, List.of())).isEqualTo(TEXT);
    }
}
