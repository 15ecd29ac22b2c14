package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishDetectorTests {

    private static final EnglishDetector DETECTOR = EnglishDetector.load();

    @Test
    void otherLanguagesAreDetected() throws IOException {
        List<String> missed = otherLanguages().stream()
                .filter(sentence -> !DETECTOR.isProbablyNotEnglish(sentence))
                .toList();
        assertThat(missed).as("of 79 sentences; none was missed when measured").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void otherLanguagesAreDetectedWithoutTheirAccents() throws IOException {
        List<String> missed = otherLanguages().stream()
                .map(EnglishDetectorTests::withoutAccents)
                .filter(sentence -> !DETECTOR.isProbablyNotEnglish(sentence))
                .toList();
        assertThat(missed).hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i feel so fine and mellow tonight",
                "i feel a bit dissatisfied",
                "i was feeling rather humiliated and alone at the party",
                "im feeling quite festive",
                "she left without a word and i still miss her",
                "what on earth are you doing in my garden",
                "ugh traffic again, third time this week",
                "My favorite villain in that anime is the masked one.",
                "gonna watch the game w my bro lol",
                "Venezuela has terrible weather for hiking",
                "I HATE THIS SO MUCH",
                "we had pasta and chianti in napoli last summer",
                "the word привет means hello in Russian",
                "DeepRekt Chain! Oh man, the rekt on that chart is something to behold."
            })
    void englishIsNotTakenForAnotherLanguage(String text) {
        assertThat(DETECTOR.isProbablyNotEnglish(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\uD83D\uDE00\uD83D\uDE00", "123 456", "lmao bro", "Mafia meme?", "Δ"})
    void textWithTooFewLettersIsNotSaidToBeForeign(String text) {
        assertThat(DETECTOR.isProbablyNotEnglish(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"да", "Привет, как дела?", "嬉しい", "γειά", "สวัสดี", "नमस्ते", "안녕", "שלום"})
    void foreignScriptDecidesEvenForOneWord(String text) {
        assertThat(DETECTOR.isProbablyNotEnglish(text)).isTrue();
    }

    @Test
    void scriptDecidesByMajorityOfLetters() {
        assertThat(EnglishDetector.isMostlyForeignScript(EnglishDetector.Letters.of("ab вг")))
                .isFalse();
        assertThat(EnglishDetector.isMostlyForeignScript(EnglishDetector.Letters.of("ab вгд")))
                .isTrue();
        assertThat(EnglishDetector.isMostlyForeignScript(EnglishDetector.Letters.of("в")))
                .isFalse();
    }

    @Test
    void longTextIsJudgedByItsBeginning() {
        String german = "Wir gehen heute wieder nicht zusammen nach Hause. ".repeat(21);
        String english = "We are not going home together again tonight. ".repeat(300);
        assertThat(german.length()).isGreaterThan(EnglishDetector.LONGEST_SAMPLE);
        assertThat(DETECTOR.isProbablyNotEnglish(german + english)).isTrue();
        assertThat(DETECTOR.isProbablyNotEnglish("a".repeat(999) + "\uD83D\uDE00" + english))
                .isFalse();
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws IOException {
        List<String> sentences = otherLanguages();
        List<Boolean> alone =
                sentences.stream().map(DETECTOR::isProbablyNotEnglish).toList();
        List<Boolean> together = IntStream.range(0, sentences.size() * 4)
                .parallel()
                .mapToObj(i -> DETECTOR.isProbablyNotEnglish(sentences.get(i % sentences.size())))
                .toList();
        assertThat(together.subList(0, sentences.size())).isEqualTo(alone);
        assertThat(together.subList(sentences.size() * 3, sentences.size() * 4)).isEqualTo(alone);
    }

    static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036F]", "");
    }

    static List<String> otherLanguages() throws IOException {
        try (InputStream in = EnglishDetectorTests.class.getResourceAsStream("other-languages.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2)[1])
                    .toList();
        }
    }
}
