package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpellingTests {

    private final Spelling spelling = new Spelling(
            Set.of("hello", "curious"),
            Map.of(
                    "furious",
                    40,
                    "feeling",
                    900,
                    "feeding",
                    30,
                    "lonely",
                    5,
                    "lovely",
                    60,
                    "rarely",
                    4,
                    "reneging",
                    1));

    @ParameterizedTest
    @CsvSource({
        "i am furiuos, i am furious",
        "i am furios, i am furious",
        "i am furrious, i am furious",
        "i am furiius, i am furious",
        "i am FURIUOS!!!, i am furious!!!",
        "so \"furiuos\" (feelng?) and lonly., so \"furious\" (feeling?) and lonely.",
        "'furiuos', 'furious'",
    })
    void aSlipIsReadAsWhatWasMeant(String typed, String meant) {
        assertThat(spelling.correct(typed)).isEqualTo(meant);
    }

    @Test
    void ofTwoThatAreNearTheMoreFrequentIsMeant() {
        assertThat(spelling.correct("feeing")).isEqualTo("feeling");
        assertThat(spelling.correct("lomely")).isEqualTo("lovely");
    }

    @Test
    void ofTwoAlikeTheFirstInTheAlphabetIsMeant() {
        assertThat(new Spelling(Set.of(), Map.of("wound", 7, "found", 7, "mound", 7)).correct("xound"))
                .isEqualTo("found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fel",
                "hello curious furious reneging",
                "relagings",
                "Furiuos",
                "@furiuos #furiuos furiuos@feelng.example https://furiuos.example/feelng furiuos.example",
                "furiuos's o'furiuos furiuos’s",
                "furiuos1 furiuos_feelng furiuos-feelng",
                "furiüos",
                "rarly",
                "furiuosfuriuosfuriuos"
            })
    void theRestIsLeftAlone(String text) {
        assertThat(spelling.correct(text)).isSameAs(text);
    }
}
