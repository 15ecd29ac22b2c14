package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i feel so fine and mellow about it",
                "I DON'T KNOW WHAT THEY THINK",
                "nobody's there, and that's something I can't bear: feeling (really) alone",
                "the what"
            })
    void plainEnglishIsKnown(String text) {
        assertThat(EnglishWords.suffice(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 :-)",
                "this",
                "the weather in Caracas",
                "feel ko na the best siya talaga ngayon",
                "that la the nao em oi toi",
                "so was will man in an am i to me",
                "there theory whatnot thatch"
            })
    void ofTextThatIsNotSoPlainNothingIsSaid(String text) {
        assertThat(EnglishWords.suffice(text)).isFalse();
    }

    @Test
    void noSentenceOfAnotherLanguageIsTakenForEnglish() throws IOException {
        for (String sentence : EnglishDetectorTests.otherLanguages()) {
            assertThat(EnglishWords.suffice(sentence)).as(sentence).isFalse();
            String plain = EnglishDetectorTests.withoutAccents(sentence);
            assertThat(EnglishWords.suffice(plain)).as(plain).isFalse();
        }
    }
}
