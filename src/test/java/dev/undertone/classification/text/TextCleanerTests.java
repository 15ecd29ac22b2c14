package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTests {

    private final TextCleaner cleaner = new TextCleaner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i feel calm and rested today",
                "Line one\r\nline two\tand a tab",
                "Caf\u00E9 na\u00EFve stra\u00DFe \u0142\u00F3d\u017A, 20\u00B2 \u00BD \u2122 \u2026 \u20AC5 1\u00BA",
                "decomposed cafe\u0301 and Vie\u0323\u0302t",
                "Я сегодня очень рад, осенью тоже",
                "Καλημέρα, είμαι χαρούμενος",
                "το 5 μm και kΩ, Δt, 4\u1D57\u02B0, x\u207F",
                "今日はとても嬉しいです。",
                "می\u200Cخواهم",
                "क्\u200Dष और क्\u200Cष",
                "family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 and \u2764\uFE0F\u200D\uD83D\uDD25 and 1\uFE0F\u20E3",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "blood type \uD83C\uDD70 or \uD83C\uDD71\uFE0F",
                "",
                "   "
            })
    void plainTextComesBackAsTheSameInstance(String text) {
        CleanedText cleaned = cleaner.clean(text);
        assertThat(cleaned.text()).isSameAs(text);
        assertThat(cleaned.obfuscated()).isFalse();
    }

    @Test
    void emptyBrailleIsASpaceAndPartOfBraille() {
        assertThat(cleaner.clean("so angry \u2800").text()).isEqualTo("so angry  ");
        assertThat(cleaner.clean("so angry \u2800").obfuscated()).isFalse();
        assertThat(cleaner.clean("\u2801\u2800\u2803").text()).isEqualTo("\u2801\u2800\u2803");
    }

    @Test
    void directionMarkInAnArabicTextIsDroppedButNoObfuscation() {
        CleanedText cleaned = cleaner.clean("مرحبا\u200F بكم");
        assertThat(cleaned.text()).isEqualTo("مرحبا بكم");
        assertThat(cleaned.obfuscated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'i h\u200Bate you', i hate you",
        "'i\u2800hate\u2800you', i hate you",
        "'i ha\u00ADte you', i hate you",
        "'i h\u200Da\u200Cte you', i hate you",
        "'i \u202Ehate\u202C you', i hate you",
        "'h\uFE0Fate', hate",
        "'h\uDB40\uDC61ate', hate",
        "'ha\u0000te', hate",
        "'fu\u0441k', fuck",
        "'\u0456 h\u0430te \u0443\u043Eu', i hate you",
        "'\u0456 h\u0430te \u0443\u043E\u0443', i hate yoy",
        "'h\u03B1te', hate",
        "'\uFF48\uFF41\uFF54\uFF45 you', hate you",
        "'\uD835\uDD59\uD835\uDD52\uD835\uDD65\uD835\uDD56 you', hate you",
        "'\u24D7\u24D0\u24E3\u24D4', hate",
        "'\uD83C\uDD77\uD83C\uDD70\uD83C\uDD83\uD83C\uDD74', HATE",
        "'\u029C\u1D00\u1D1B\u1D07', hate",
        "'\u02B0\u1D43\u1D57\u1D49', hate",
        "'\u0432\u0435tter', better",
        "'h\u0336a\u0336t\u0336e\u0336', hate",
        "'h\u0300\u0301\u0302\u0303a\u0304\u0305\u0306\u0307te', hate",
        "'h a t e', hate",
        "'h.a.t.e', hate",
        "'h-a-t-e you', hate you",
        "'I h a t e mondays', I hate mondays",
        "'you i d i o t', you idiot",
        "'i  h a t e  y o u', i  hate  you",
        "'I h.a.t.e y.o.u so', I hate you so",
        "'you s t u p i d and k y s', you stupid and kys",
        "'h\u200B a t\u00A0e', hate",
        "'\uD835\uDD59 \uD835\uDD52 \uD835\uDD65 \uD835\uDD56', hate"
    })
    void disguisedTextIsReadAndSaidToBeObfuscated(String sent, String read) {
        CleanedText cleaned = cleaner.clean(sent);
        assertThat(cleaned.text()).isEqualTo(read);
        assertThat(cleaned.obfuscated()).isTrue();
        assertThat(cleaned.original()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grades a b c d e",
                "plan a b c",
                "vitamins x y z",
                "i a m",
                "a.k.a. the boss, e.g. at 5 p.m. in the U.S.S.R. or N.A.T.O.",
                "w-w-w-what is that",
                "x o x o x o",
                "a, c, b, d and f, a, c, e",
                "t a + b + d + c",
                "h\na\nt\ne",
                "f/a/c/e and e-mail, x-ray, T-shirt",
                "J. R. R. Tolkien"
            })
    void listsAbbreviationsAndKissesAreNotJoined(String text) {
        assertThat(cleaner.clean(text).text()).isSameAs(text);
        assertThat(cleaner.clean(text).obfuscated()).isFalse();
    }

    @Test
    void russianWordsOfLookAlikesStayRussianBesideADisguisedWord() {
        CleanedText cleaned = cleaner.clean("привет оса fu\u0441k");
        assertThat(cleaned.text()).isEqualTo("привет оса fuck");
    }

    @Test
    void fullWidthLettersInJapaneseAreReadButNoObfuscation() {
        CleanedText cleaned = cleaner.clean("ＦＩＦＡ を見た");
        assertThat(cleaned.text()).isEqualTo("FIFA を見た");
        assertThat(cleaned.obfuscated()).isFalse();
    }

    @Test
    void ligatureOfATypesettingProgramIsReadButNoObfuscation() {
        CleanedText cleaned = cleaner.clean("\uFB01ne");
        assertThat(cleaned.text()).isEqualTo("fine");
        assertThat(cleaned.obfuscated()).isFalse();
        assertThat(cleaned.offsets().originalStart(0)).isZero();
        assertThat(cleaned.offsets().originalEnd(1)).isEqualTo(1);
        assertThat(cleaned.offsets().originalStart(2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\uFEFFhello', hello",
        "'\u202Ahello\u202C there', hello there",
        "'so funny \u200D\u2640\uFE0F', so funny \u2640\uFE0F",
        "'fine \uFE0F!', fine !",
        "'hello\u200B', hello"
    })
    void remainsOutsideWordsAreDroppedButNoObfuscation(String sent, String read) {
        CleanedText cleaned = cleaner.clean(sent);
        assertThat(cleaned.text()).isEqualTo(read);
        assertThat(cleaned.obfuscated()).isFalse();
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        assertThat(cleaner.clean("a \uD83D b \uDE00").text()).isEqualTo("a \uFFFD b \uFFFD");
    }

    @Test
    void controlCharactersBesideSpacesBecomeSpaces() {
        CleanedText cleaned = cleaner.clean("one \u0000two\u000Bthree\u0085four\u0007");
        assertThat(cleaned.text()).isEqualTo("one  two three four ");
        assertThat(cleaned.obfuscated()).isFalse();
    }

    @Test
    void textOfHiddenCharactersAloneIsBlank() {
        assertThat(cleaner.clean("\u200B\u200D\u2060").text()).isEmpty();
    }

    @Test
    void rangeOfAJoinedWordCoversTheSpacesOfTheOriginal() {
        CleanedText cleaned = cleaner.clean("so h a\u200B t e!");
        assertThat(cleaned.text()).isEqualTo("so hate!");
        assertThat(cleaned.offsets().originalStart(3)).isEqualTo(3);
        assertThat(cleaned.offsets().originalEnd(7)).isEqualTo(11);
    }
}
