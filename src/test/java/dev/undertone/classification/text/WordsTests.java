package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void wordsComeInOrderWithoutSpacesAndPunctuation() {
        assertThat(texts("Well, I don't know\u2026 (yet)!")).containsExactly("Well", "I", "don't", "know", "yet");
    }

    @Test
    void emojiOfManyCodePointsIsOneUnitAndNoWord() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertThat(texts("so happy " + family + "\uD83C\uDDEB\uD83C\uDDF7"))
                .containsExactly("so", "happy", family, "\uD83C\uDDEB\uD83C\uDDF7");
        assertThat(Words.count("so happy " + family)).isEqualTo(2);
    }

    @Test
    void scriptsWithoutSpacesAreSplitByDictionary() {
        assertThat(Words.count("今日はとても嬉しいです")).isGreaterThan(2);
    }

    @Test
    void blankTextHasNoWords() {
        assertThat(Words.in("")).isEmpty();
        assertThat(Words.in(" \n\t ...")).isEmpty();
    }

    @Test
    void emptyRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Words.Word(3, 3, false));
    }

    private static List<String> texts(String text) {
        return Words.in(text).stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
    }
}
