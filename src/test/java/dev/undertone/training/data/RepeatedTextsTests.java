package dev.undertone.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.RepeatedTexts.Repeat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedTextsTests {

    private final Dataset train = new Dataset(
            "train",
            List.of(
                    new Example("once", Emotion.JOY),
                    new Example("twice alike", Emotion.FEAR),
                    new Example("twice alike", Emotion.FEAR),
                    new Example("torn", Emotion.LOVE)));
    private final Dataset validation =
            new Dataset("validation", List.of(new Example("torn", Emotion.JOY), new Example("torn", Emotion.JOY)));

    @Test
    void sameTextWithSameLabelIsADuplicate() {
        assertThat(RepeatedTexts.across(List.of(train, validation)).duplicates())
                .containsExactly(new Repeat("twice alike", Map.of(Emotion.FEAR, 2)));
    }

    @Test
    void textWithTwoLabelsIsFoundAcrossSplits() {
        assertThat(RepeatedTexts.across(List.of(train)).contradictions()).isEmpty();
        assertThat(RepeatedTexts.across(List.of(train, validation)).contradictions())
                .containsExactly(new Repeat("torn", Map.of(Emotion.LOVE, 1, Emotion.JOY, 2)));
    }

    @Test
    void classesAreCountedInLabelOrder() {
        assertThat(train.classCounts())
                .containsExactly(
                        Map.entry(Emotion.SADNESS, 0),
                        Map.entry(Emotion.JOY, 1),
                        Map.entry(Emotion.LOVE, 1),
                        Map.entry(Emotion.ANGER, 0),
                        Map.entry(Emotion.FEAR, 2),
                        Map.entry(Emotion.SURPRISE, 0));
    }
}
