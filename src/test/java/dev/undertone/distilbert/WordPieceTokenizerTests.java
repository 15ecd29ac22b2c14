package dev.undertone.distilbert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write never becomes a special token, whatever characters they use. */
final class WordPieceTokenizerTests {

    private static final String SHIPPED = new ModelStore(Path.of("model-store"))
            .open(new CheckpointId("emotion-distilbert"))
            .tokenizerJson();
    private static final long PAD = 0;
    private static final long UNKNOWN = 100;
    private static final long CLS = 101;
    private static final long SEP = 102;
    private static final long MASK = 103;
    private static final long OPEN = 1031;
    private static final long CLOSE = 1033;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[SEP]",
                "[MASK]",
                "[CLS]",
                "[PAD]",
                "[UNK]",
                "i am [SEP] furious",
                "i am[MASK]furious",
                "[CLS] i am furious [SEP] [PAD] [PAD]",
                "[[SEP]]",
                "[sep]",
                "[SEP",
                " [SEP]\u0000[SEP]\n[MASK]\t"
            })
    void whatSomebodyWritesNeverBecomesASpecialToken(String text) {
        long[] ids = encode(SHIPPED, text);

        assertThat(ids[0]).isEqualTo(CLS);
        assertThat(ids[ids.length - 1]).isEqualTo(SEP);
        assertThat(inner(ids)).doesNotContain(PAD, UNKNOWN, CLS, SEP, MASK);
    }

    @Test
    void theNameOfASpecialTokenIsReadAsAWordInBrackets() {
        assertThat(encode(SHIPPED, "[MASK]")).containsExactly(CLS, OPEN, 7308, CLOSE, SEP);
        assertThat(encode(SHIPPED, "i am [MASK] furious")).isEqualTo(encode(SHIPPED, "i am [ mask ] furious"));
    }

    @Test
    void itsWordsAreThoseThatItDoesNotSplit() {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(SHIPPED)) {
            assertThat(tokenizer.words())
                    .contains("furious", "a")
                    .doesNotContain("furiuos", "##ing", "[SEP]", "2010", ",", "é");
        }
    }

    @Test
    void aWordThatTheVocabularyLacksStaysUnknown() {
        assertThat(inner(encode(SHIPPED, "\uD83E\uDEE0"))).containsExactly(UNKNOWN);
    }

    /** Such a tokenizer finds the names among its words: nothing splits them at the brackets. */
    @Test
    void aTokenizerThatSplitsAtSpacesAloneReadsThemAsUnknownWords() {
        String atSpaces = SHIPPED.replaceAll("\"pre_tokenizer\"\\s*:\\s*\\{[^}]*\\}", """
                        "pre_tokenizer": {"type": "WhitespaceSplit"}""")
                .replaceAll("\"lowercase\"\\s*:\\s*true", "\"lowercase\": false");

        assertThat(inner(encode(atSpaces, "[SEP] [MASK] [CLS] [PAD] [UNK]"))).containsOnly(UNKNOWN);
    }

    @Test
    void addedWordsAreStillFoundUnlessTheyAreSpecial() {
        String more = SHIPPED.replaceFirst(
                "]\\s*,\\s*\"normalizer\"",
                "," + added(30522, "<user>", true) + "," + added(30523, "so-so", false) + "],\"normalizer\"");

        assertThat(inner(encode(more, "<user> so-so"))).containsExactly(UNKNOWN, 30523);
    }

    private static String added(int id, String content, boolean special) {
        return """
                {"id": %d, "content": "%s", "single_word": false, "lstrip": false, "rstrip": false,
                 "normalized": false, "special": %s}""".formatted(id, content, special);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "null"})
    void whatIsNoTokenizerIsRefused(String json) {
        assertThatThrownBy(() -> new WordPieceTokenizer(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tokenizer.json is no tokenizer: ");
    }

    private static long[] encode(String tokenizerJson, String text) {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(tokenizerJson)) {
            return tokenizer.encode(text);
        }
    }

    private static long[] inner(long[] ids) {
        return Arrays.copyOfRange(ids, 1, ids.length - 1);
    }
}
