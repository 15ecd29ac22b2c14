package dev.undertone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.training.TrainingHistory;
import dev.undertone.training.TrainingHistory.Entry;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.data.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTests {

    private static final TrainingHistory NONE = new TrainingHistory(List.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void pageIsOneFileThatNeedsNoOther() throws IOException {
        Path page = HtmlReport.write(folder.resolve("new/report"), report(), history());

        assertThat(page).hasFileName("index.html");
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<svg",
                        "Confusion matrix",
                        "Reliability diagram",
                        "Learning rate",
                        report().checkpoint().value())
                .doesNotContain("<script", "<link", "src=", "url(", "@import", "th:text", "th:each", "xmlns:th", "${");
    }

    @Test
    void everyPictureHasATextAndATable() {
        String page = HtmlReport.html(report(), history());

        assertThat(page.split("<svg role=\"img\"", -1)).hasSize(7);
        assertThat(page.split("aria-label=\"[^\"]+\\. [^\"]+\\.\"", -1)).hasSize(7);
        assertThat(page.split("<summary>As a table</summary>", -1)).hasSize(5);
        assertThat(page).contains("<th scope=\"row\">surprise</th>");
    }

    @Test
    void wordsOfOthersStayWords() {
        EmotionScores scores = Predictions.of(Emotion.JOY, Emotion.FEAR, 0.9).scores();
        Prediction nasty =
                new Prediction(new Example("<img src=x onerror=alert(1)> & \"so\" [[${1}]]", Emotion.JOY), scores);

        assertThat(HtmlReport.html(Predictions.report(List.of(nasty)), NONE))
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot; [[${1}]]")
                .doesNotContain("<img");
    }

    @Test
    void onlyTheThirtySurestMistakesAreShown() {
        List<Prediction> mistakes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            EmotionScores scores =
                    Predictions.of(Emotion.JOY, Emotion.FEAR, 0.5 + i / 100.0).scores();
            mistakes.add(new Prediction(new Example("mistake number " + i + ".", Emotion.JOY), scores));
        }
        assertThat(HtmlReport.html(Predictions.report(mistakes), NONE))
                .contains("mistake number 39.", "mistake number 10.")
                .doesNotContain("mistake number 9.")
                .containsSubsequence("mistake number 39.", "mistake number 38.");
    }

    @Test
    void reportWithoutHistoryOrMistakesSaysSo() {
        List<Prediction> right = List.of(Predictions.of(Emotion.LOVE, Emotion.LOVE, 1));
        assertThat(HtmlReport.html(Predictions.report(right), NONE))
                .contains("There is no training history", "There are none.");
    }

    @Test
    void historyOfOneStepIsDrawn() {
        TrainingHistory one = new TrainingHistory(List.of(new Step(10, 0.1, 0, 0)), List.of());
        assertThat(HtmlReport.html(report(), one)).contains("Learning rate").doesNotContain("NaN", "Infinity");
    }

    private static EvaluationReport report() {
        return Predictions.report(Predictions.random(7, 2000));
    }

    private static TrainingHistory history() {
        List<Entry> entries = new ArrayList<>();
        for (int step = 10; step <= 1500; step += 10) {
            double rate = 5e-5 * Math.min(step / 150.0, (1500 - step) / 1350.0);
            entries.add(
                    new Step(step, step / 500.0, 0.1 + 1.6 * Math.exp(-step / 150.0) + 0.05 * Math.sin(step), rate));
        }
        entries.add(new Epoch(1, 500, 0.61, 0.1790, 0.9300));
        entries.add(new Epoch(2, 1000, 0.14, 0.1367, 0.9335));
        entries.add(new Epoch(3, 1500, 0.09, 0.1353, 0.9365));
        return TrainingHistory.of(entries);
    }
}
