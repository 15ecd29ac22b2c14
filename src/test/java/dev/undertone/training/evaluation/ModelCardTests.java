package dev.undertone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.TrainingHistory;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ModelCardTests {

    private final EvaluationReport report = Predictions.report(
            List.of(Predictions.of(Emotion.JOY, Emotion.JOY, 0.5), Predictions.of(Emotion.FEAR, Emotion.JOY, 0.5)));

    @Test
    void frontMatterIsYamlWithTheReportsFigures() {
        JsonNode head = YAMLMapper.builder().build().readTree(card().split("---\n", -1)[1]);

        assertThat(head.at("/license").asString()).isEqualTo("apache-2.0");
        assertThat(head.at("/language/0").asString()).isEqualTo("en");
        assertThat(head.at("/datasets/0").asString()).isEqualTo("some: \"data\"");
        JsonNode result = head.at("/model-index/0/results/0");
        assertThat(result.at("/task/type").asString()).isEqualTo("text-classification");
        assertThat(result.at("/metrics/0/value").asDouble()).isEqualTo(0.5);
        assertThat(result.at("/metrics/1/value").asDouble()).isEqualTo(0.3333);
        assertThat(result.at("/metrics/2/value").asDouble()).isEqualTo(1.4979);
    }

    @Test
    void classesThatAreNotBalancedAreSaidSoWithTheirCounts() {
        assertThat(card())
                .contains("**The classes are not balanced.** Of 6 training texts 5 are joy and 0 are sadness.");
    }

    @Test
    void balancedClassesAreNotCalledUnbalanced() {
        List<Example> even = Emotion.inOrder().stream()
                .map(emotion -> new Example("about " + emotion.label(), emotion))
                .toList();
        assertThat(ModelCard.markdown(facts(new Dataset("train", even), Optional.empty())))
                .contains("**The classes are about balanced.**");
    }

    @Test
    void everyLimitIsStated() {
        assertThat(card())
                .contains(
                        "no neutral class",
                        "Sarcasm and irony",
                        "English only",
                        "Bias of the training data",
                        "Very short texts");
    }

    @Test
    void sectionsAndTablesComeFromTheFacts() {
        assertThat(card())
                .contains("| joy | 5 (83.3 %) | 1 (50.0 %) |", "once: 1\nwith the same label, 1 with two labels")
                .contains("| learning rate | 5e-5 |", "| seed | 42 |")
                .contains("| 1 | 500 | 0.6000 | 0.1800 | 0.9300 |")
                .contains("95 % interval of Wilson 0.0945 to 0.9055", "| joy | 0.5000 | 1.0000 | 0.6667 | 1 |")
                .contains("| fear | 0 | 1 | 0 | 0 | 0 | 0 |", "| DJL | 0.35.1 |", "```\ntrain --data data\n```")
                .contains("it was not evaluated for this card");
    }

    @Test
    void howMuchADifferenceSaysIsComputedFromTheNumberOfTexts() {
        List<Prediction> many =
                new ArrayList<>(Collections.nCopies(1_875, Predictions.of(Emotion.JOY, Emotion.JOY, 0.9)));
        many.addAll(Collections.nCopies(125, Predictions.of(Emotion.FEAR, Emotion.JOY, 0.9)));
        Dataset validation =
                new Dataset("validation", many.stream().map(Prediction::example).toList());
        ModelCardFacts some = facts(train(), Optional.empty());

        assertThat(ModelCard.markdown(new ModelCardFacts(
                        some.origin(),
                        some.train(),
                        validation,
                        some.recipe(),
                        Predictions.report(many),
                        Optional.empty())))
                .contains("At 2,000 texts the 95 % interval reaches 1.1 points of accuracy down and 1.0 up");
        assertThat(card()).contains("At 2 texts the 95 % interval reaches 40.5 points of accuracy down and 40.5 up");
    }

    @Test
    void realPostsHaveTheirOwnFigures() {
        EvaluationReport posts = Predictions.report(List.of(Predictions.of(Emotion.LOVE, Emotion.LOVE, 1)));
        assertThat(ModelCard.markdown(facts(train(), Optional.of(posts))))
                .contains("### On real posts\n\n1 texts: accuracy 1.0000")
                .doesNotContain("it was not evaluated for this card");
    }

    @Test
    void reportAboutOtherTextsIsRefused() {
        EvaluationReport other = Predictions.report(List.of(Predictions.of(Emotion.LOVE, Emotion.LOVE, 1)));
        ModelCardFacts good = facts(train(), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCardFacts(
                        good.origin(), good.train(), good.validation(), good.recipe(), other, Optional.empty()))
                .withMessage("the report is about 1 texts, but the validation split has 2");
    }

    private String card() {
        return ModelCard.markdown(facts(train(), Optional.empty()));
    }

    private static Dataset train() {
        List<Example> examples = new ArrayList<>(Collections.nCopies(3, new Example("again and again", Emotion.JOY)));
        examples.add(new Example("bright", Emotion.JOY));
        examples.add(new Example("torn", Emotion.JOY));
        examples.add(new Example("dark", Emotion.FEAR));
        return new Dataset("train", examples);
    }

    private ModelCardFacts facts(Dataset train, Optional<EvaluationReport> realPosts) {
        Dataset validation =
                new Dataset("validation", List.of(new Example("torn", Emotion.FEAR), new Example("new", Emotion.JOY)));
        TrainingHistory history = new TrainingHistory(List.of(), List.of(new Epoch(1, 500, 0.6, 0.18, 0.93)));
        return new ModelCardFacts(
                new ModelCardFacts.Origin("apache-2.0", "six layers of BERT", "some: \"data\""),
                train,
                validation,
                new ModelCardFacts.Recipe(
                        Map.of("learning rate", "5e-5", "seed", "42"),
                        history,
                        Map.of("DJL", "0.35.1"),
                        "train --data data"),
                report,
                realPosts);
    }
}
