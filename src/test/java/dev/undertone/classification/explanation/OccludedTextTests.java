package dev.undertone.classification.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.text.Words;
import dev.undertone.classification.text.Words.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccludedTextTests {

    private static final String TEXT = "never, ever again";

    @Test
    void deletedWordsLeaveSpacesAndPunctuation() {
        List<Word> words = Words.in(TEXT);
        assertThat(OccludedText.without(TEXT, List.of(words.get(0), words.get(2))))
                .isEqualTo(", ever ");
    }

    @Test
    void nothingHiddenIsTheText() {
        assertThat(OccludedText.without(TEXT, List.of())).isEqualTo(TEXT);
    }
}
