package dev.undertone.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SentimentTests {

    @ParameterizedTest
    @CsvSource({
        "SADNESS, negative",
        "JOY, positive",
        "LOVE, positive",
        "ANGER, negative",
        "FEAR, negative",
        "SURPRISE, mixed"
    })
    void sentimentFollowsFromTheEmotion(Emotion emotion, String sentiment) {
        assertThat(Sentiment.of(emotion).label()).isEqualTo(sentiment);
    }
}
