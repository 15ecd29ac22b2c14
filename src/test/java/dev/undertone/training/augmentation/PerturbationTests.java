package dev.undertone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PerturbationTests {

    private static final String TEXT = "i didnt feel like dancing because i am tired";

    @Test
    void caseIsChangedAndNothingElse() {
        assertThat(write(Perturbation.UPPER_CASE, TEXT)).isEqualTo("I DIDNT FEEL LIKE DANCING BECAUSE I AM TIRED");
        assertThat(write(Perturbation.TITLE_CASE, "i don't know")).isEqualTo("I Don't Know");
        assertThat(write(Perturbation.SENTENCE_CASE, "so i feel fine, i said")).isEqualTo("So I feel fine, I said");
    }

    @Test
    void anEndTakesThePlaceOfTheOneBefore() {
        assertThat(write(Perturbation.FULL_STOP, "fine ")).isEqualTo("fine.");
        assertThat(write(Perturbation.ELLIPSIS, "fine!!")).isEqualTo("fine...");
        assertThat(write(Perturbation.EXCLAMATION, "fine.")).matches("fine!{1,3}");
        assertThat(write(Perturbation.QUESTION, "fine")).matches("fine\\?{1,3}");
    }

    @Test
    void aCommaStandsAfterAWordButTheLast() {
        assertThat(write(Perturbation.COMMA, "one two")).isEqualTo("one, two");
        assertThat(write(Perturbation.COMMA, "one")).isEqualTo("one");
    }

    @Test
    void aTypingErrorIsInOneWordOfFourLettersOrMore() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(Perturbation.SWAPPED_LETTERS.apply("i am glad", new SplittableRandom(seed)))
                    .isIn("i am lgad", "i am gald", "i am glda");
            assertThat(Perturbation.DROPPED_LETTER.apply("i am glad", new SplittableRandom(seed)))
                    .isIn("i am lad", "i am gad", "i am gld");
            assertThat(Perturbation.DOUBLED_LETTER.apply("i am glad", new SplittableRandom(seed)))
                    .isIn("i am gglad", "i am gllad", "i am glaad");
            assertThat(Perturbation.NEIGHBOUR_KEY.apply("i am glad", new SplittableRandom(seed)))
                    .isIn("i am flad", "i am hlad", "i am gkad", "i am glsd");
        }
    }

    @Test
    void everyWordCanBeHitAndEveryLetter() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(seed -> Perturbation.DROPPED_LETTER.apply("glad dogs", new SplittableRandom(seed)))
                        .distinct())
                .containsExactlyInAnyOrder("lad dogs", "gad dogs", "gld dogs", "glad ogs", "glad dgs", "glad dos");
    }

    @Test
    void contractionsTakeAnotherOfTheirForms() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(Perturbation.CONTRACTION.apply("im fine", new SplittableRandom(seed)))
                    .isIn("i am fine", "i'm fine");
            assertThat(Perturbation.CONTRACTION.apply("I am fine", new SplittableRandom(seed)))
                    .isIn("Im fine", "I'm fine");
            assertThat(Perturbation.CONTRACTION.apply("they did not say", new SplittableRandom(seed)))
                    .isIn("they didn't say", "they didnt say");
        }
    }

    @Test
    void whatOnlyLooksLikeAContractionStays() {
        assertThat(write(Perturbation.CONTRACTION, "we were ill in the cantina, simon"))
                .isEqualTo("we were ill in the cantina, simon");
    }

    @Test
    void quotesStandAroundTheTextOrAWord() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(seed -> Perturbation.QUOTES.apply("i am glad", new SplittableRandom(seed)))
                        .distinct())
                .containsExactlyInAnyOrder("\"i am glad\"", "i am 'glad'");
    }

    @Test
    void anEmojiFollowsTheText() {
        assertThat(write(Perturbation.EMOJI, TEXT)).startsWith(TEXT + " ").hasSizeGreaterThan(TEXT.length() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedChangesATextInTheSameWayAndDoesChangeIt(Perturbation perturbation) {
        assertThat(write(perturbation, TEXT)).isNotEqualTo(TEXT).isEqualTo(write(perturbation, TEXT));
    }

    private static String write(Perturbation perturbation, String text) {
        return perturbation.apply(text, new SplittableRandom(7));
    }
}
