package dev.undertone.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmotionTests {

    @ParameterizedTest
    @CsvSource({"0, sadness", "1, joy", "2, love", "3, anger", "4, fear", "5, surprise"})
    void numberAndLabelMeanTheSameEmotion(int id, String label) {
        Emotion emotion = Emotion.withId(id).orElseThrow();

        assertThat(emotion.label()).isEqualTo(label);
        assertThat(emotion.id()).isEqualTo(id);
        assertThat(Emotion.inOrder().get(id)).isSameAs(emotion);
        assertThat(Emotion.withLabel(label)).contains(emotion);
    }

    @ParameterizedTest
    // The last one is 1 when cut to 32 bits.
    @ValueSource(longs = {-1, 6, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 32) + 1})
    void aNumberOutsideTheLabelsIsNoEmotion(long id) {
        assertThat(Emotion.withId(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANGER", "Anger", "aNgEr"})
    void aLabelIsFoundWhateverItsCase(String label) {
        assertThat(Emotion.withLabel(label)).contains(Emotion.ANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "neutral", " joy", "joyful"})
    void anUnknownLabelIsNoEmotion(String label) {
        assertThat(Emotion.withLabel(label)).isEmpty();
    }

    @Test
    void labelsDoNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            // In Turkish the lower case of I has no dot.
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(Emotion.SURPRISE.label()).isEqualTo("surprise");
            assertThat(Sentiment.POSITIVE.label()).isEqualTo("positive");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void labelsForMessagesStandInOrder() {
        assertThat(Emotion.labels()).isEqualTo("sadness, joy, love, anger, fear, surprise");
    }
}
