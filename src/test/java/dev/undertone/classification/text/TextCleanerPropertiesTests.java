package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextCleanerPropertiesTests {

    private static final List<String> PIECES = List.of(
            "hate",
            "love",
            "joy",
            " ",
            "  ",
            "\n",
            ".",
            "-",
            "a",
            "e",
            "t",
            "\u0441",
            "\u043E",
            "\u200B",
            "\u200D",
            "\u00AD",
            "\uFE0F",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\u0336",
            "\u0301\u0302\u0303",
            "\uFB01",
            "\uD835\uDD59",
            "\uFF48",
            "\u202E",
            "день",
            "今日",
            "مرحبا",
            "\u24D7",
            "1",
            "\uFEFF",
            "h a t e");

    private final TextCleaner cleaner = new TextCleaner();

    static List<String> randomTexts() {
        Random random = new Random(42);
        return IntStream.range(0, 2_000)
                .mapToObj(i -> randomText(random, 1 + random.nextInt(30)))
                .toList();
    }

    private static String randomText(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(8) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void offsetsNeverFallAndStayInsideTheOriginal() {
        for (String sent : randomTexts()) {
            CleanedText cleaned = cleaner.clean(sent);
            int start = 0;
            int end = 0;
            for (int i = 0; i < cleaned.text().length(); i++) {
                assertThat(cleaned.offsets().originalStart(i)).isBetween(start, sent.length() - 1);
                assertThat(cleaned.offsets().originalEnd(i + 1)).isBetween(end, sent.length());
                start = cleaned.offsets().originalStart(i);
                end = cleaned.offsets().originalEnd(i + 1);
                assertThat(end).isGreaterThan(start);
            }
        }
    }

    @Test
    void asciiLettersOfTheOriginalRangeStandInTheCleanedRange() {
        Random random = new Random(7);
        for (String sent : randomTexts()) {
            CleanedText cleaned = cleaner.clean(sent);
            int length = cleaned.text().length();
            if (length > 0) {
                int start = random.nextInt(length);
                int end = start + 1 + random.nextInt(length - start);
                String original = sent.substring(
                        cleaned.offsets().originalStart(start),
                        cleaned.offsets().originalEnd(end));
                assertThat(cleaned.text().substring(start, end))
                        .as("cleaned range of '%s'", original)
                        .matches(text -> hasInOrder(text, lettersOf(original)));
            }
        }
    }

    @Test
    void keptLettersLeadToThemselves() {
        for (String sent : randomTexts()) {
            CleanedText cleaned = cleaner.clean(sent);
            for (int i = 0; i < cleaned.text().length(); i++) {
                int start = cleaned.offsets().originalStart(i);
                int original = sent.codePointAt(start);
                if (original < 0x80 && Character.isLetter(original)) {
                    assertThat(cleaned.text().charAt(i)).isEqualTo((char) original);
                }
            }
        }
    }

    @Test
    void cleanedTextIsWellFormed() {
        for (String sent : randomTexts()) {
            String text = cleaner.clean(sent).text();
            assertThat(text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count())
                    .isZero();
            assertThat(text).doesNotContain("\u0000", "\u202E", "\u00AD");
        }
    }

    @Test
    void twentyThousandUnitsOfAnyKindAreCleaned() {
        Random random = new Random(1);
        char[] units = new char[20_000];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) random.nextInt(0x10000);
        }
        CleanedText cleaned = cleaner.clean(new String(units));
        assertThat(cleaned.text()).isNotBlank();
    }

    private static String lettersOf(String text) {
        return text.chars()
                .filter(c -> c < 0x80 && Character.isLetter(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean hasInOrder(String text, String letters) {
        int found = 0;
        for (int i = 0; i < text.length() && found < letters.length(); i++) {
            found += text.charAt(i) == letters.charAt(found) ? 1 : 0;
        }
        return found == letters.length();
    }

    static List<String> nastyPatterns() {
        return List.of(
                "a ",
                "a  ",
                "a.",
                "a",
                "\u200B",
                "\u0301",
                "a\u0301\u0302\u0303",
                "\u0441a",
                "\u0441 ",
                "\u0000",
                "a\u0000",
                "\uD83D",
                "\uD83D\uDC69\u200D",
                "\uD835\uDD59",
                "h a t e.",
                "h.a t-e ",
                " ",
                "a b.c",
                "\uFE0F");
    }

    @ParameterizedTest
    @MethodSource("nastyPatterns")
    void eachStepReadsFourTimesAsMuchOfFourTimesAsLongAText(String pattern) {
        for (Draft.Step step : TextCleaner.allSteps()) {
            long few = reads(step, pattern, 5_000);
            long many = reads(step, pattern, 20_000);
            assertThat(many).as("%s on '%s'", step, pattern).isLessThanOrEqualTo(4 * few + 400);
        }
    }

    private static long reads(Draft.Step step, String pattern, int length) {
        CountedText text =
                new CountedText(pattern.repeat(length / pattern.length() + 1).substring(0, length));
        step.apply(Draft.of(text));
        return text.reads;
    }

    /** Counts how often a unit of it is read. */
    private static final class CountedText implements CharSequence {

        private final String text;
        private long reads;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            reads += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
