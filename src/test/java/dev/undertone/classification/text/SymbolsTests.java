package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SymbolsTests {

    @ParameterizedTest
    @CsvSource({
        "so angry\uD83D\uDE21,so angry \uD83D\uDE21",
        "\uD83D\uDE21\uD83D\uDE21furious,\uD83D\uDE21\uD83D\uDE21 furious",
        "i\uD83D\uDE42hate\uD83D\uDE42you,i \uD83D\uDE42 hate \uD83D\uDE42 you",
        "love\u2764\uFE0Fyou,love \u2764\uFE0F you",
        "wow\uD83D\uDC4D\uD83C\uDFFDgreat,wow \uD83D\uDC4D\uD83C\uDFFD great",
        "5\u20AC,5 \u20AC",
        "sad\u2192angry,sad \u2192 angry"
    })
    void wordsAndSymbolsAreReadEachForItself(String text, String apart) {
        assertThat(Symbols.apart(text)).isEqualTo(apart);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "i am so angry!",
                "so angry \uD83D\uDE21",
                "a+b=c, $5 `x^2`",
                "I\u00B4m fine",
                "caf\u00E9 \u2014 na\u00EFve",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u0915\u094D\u200D\u0937"
            })
    void whatHasNothingToKeepApartIsTheSame(String text) {
        assertThat(Symbols.apart(text)).isSameAs(text);
    }

    @Test
    void halvesOfCharactersAreNoObstacle() {
        assertThat(Symbols.apart("a\uD83D b\uDE21")).isEqualTo("a\uD83D b\uDE21");
    }
}
