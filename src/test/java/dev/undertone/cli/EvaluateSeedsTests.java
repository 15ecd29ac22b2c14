package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvaluateSeedsTests {

    private static final List<String> FIGURES = List.of("accuracy", "loss", "macroF1", "ece");

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));
    private String data = "";

    @BeforeEach
    void open() {
        workshop = new Workshop(folder);
        data = workshop.texts(30).resolve("validation.txt").toString();
        draw("first", 1, Map.of("epochs", "2"));
        draw("second", 2, Map.of("epochs", "2"));
        draw("third", 3, Map.of("epochs", "2"));
    }

    @Test
    void jsonHasTheFiguresOfEachAsItIsMeasuredAlone() {
        JsonNode seeds = json("first,second,third").get("seeds");

        assertThat(seeds.values().stream().map(seed -> seed.get("checkpoint").stringValue()))
                .containsExactly("first", "second", "third");
        assertThat(seeds.values().stream().map(seed -> seed.get("seed").intValue()))
                .containsExactly(1, 2, 3);
        for (JsonNode seed : seeds.values()) {
            assertThat(seed.propertyNames())
                    .containsExactly("checkpoint", "seed", "accuracy", "loss", "macroF1", "ece");
            JsonNode alone = JsonMapper.shared()
                    .readTree(workshop.run(
                                    "evaluate",
                                    "--json",
                                    "--data",
                                    data,
                                    "--checkpoint",
                                    seed.get("checkpoint").stringValue())
                            .output()
                            .get(0));
            FIGURES.forEach(figure -> assertThat(seed.get(figure)).isEqualTo(alone.get(figure)));
        }
        assertThat(seeds.values().stream().map(seed -> seed.get("loss")).distinct())
                .hasSize(3);
    }

    @Test
    void jsonHasMeanAndSampleDeviationOfEachFigure() {
        JsonNode answer = json("first,second,third");

        assertThat(answer.propertyNames()).containsExactly("seeds", "mean", "deviation");
        assertThat(answer.get("mean").propertyNames()).containsExactlyElementsOf(FIGURES);
        assertThat(answer.get("deviation").propertyNames()).containsExactlyElementsOf(FIGURES);
        for (String figure : FIGURES) {
            double[] values = answer.get("seeds").values().stream()
                    .mapToDouble(seed -> seed.get(figure).doubleValue())
                    .toArray();
            double mean = (values[0] + values[1] + values[2]) / 3;
            double deviation = Math.sqrt(
                    (Math.pow(values[0] - mean, 2) + Math.pow(values[1] - mean, 2) + Math.pow(values[2] - mean, 2))
                            / 2);
            assertThat(answer.get("mean").get(figure).doubleValue()).isEqualTo(mean, within(1e-12));
            assertThat(answer.get("deviation").get(figure).doubleValue()).isEqualTo(deviation, within(1e-12));
        }
    }

    @Test
    void peopleGetATableThatTellsWhichAreCalibrated() {
        workshop.file(
                "store/second/calibration.json",
                "{\"temperature\":1.5,\"certainty\":\"probability\",\"threshold\":0.4,\"fittedOn\":\"texts\"}");

        Answer answer = seeds("first,second,third", "--precision", "fp32");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).hasSize(8).first().isEqualTo("3 seeds (fp32) on 30 texts");
        assertThat(answer.output()).anyMatch(line -> line.matches("third +3( +\\d\\.\\d{4}){4}"));
        assertThat(answer.output()).anyMatch(line -> line.matches("mean( +\\d\\.\\d{4}){4}"));
        assertThat(answer.output())
                .anyMatch(line -> line.matches("standard deviation( +\\d\\.\\d{4}){4}"))
                .endsWith("Calibrated: second; the others are not, so loss and calibration error do not compare.");
    }

    @Test
    void checkpointsThatDifferInMoreThanTheSeedAreRefusedWithTheDifferences() {
        draw("other", 4, Map.of("epochs", "3", "label-smoothing", "0.1"));

        Answer answer = seeds("first,second,other");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors())
                .containsExactly("undertone: --seeds: first and other differ in more than the seed: "
                        + "--epochs is 2 and 3, --label-smoothing is not given and 0.1");
    }

    @Test
    void checkpointsOfAnotherBaseAreRefused() {
        workshop.draw("other", 4, "elsewhere", Map.of("epochs", "2"));

        assertThat(seeds("first,other").errors())
                .containsExactly("undertone: --seeds: first and other differ in more than the seed: "
                        + "the base is bert and elsewhere");
    }

    @Test
    void checkpointsThatDoNotTellTheirRecipeAreRefused() {
        workshop.with("untold");

        Answer answer = seeds("first,untold");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors())
                .containsExactly("undertone: " + workshop.store().resolve("untold/training.json")
                        + ": does not tell how the checkpoint was trained");
    }

    @Test
    void oneDrawIsNotCountedTwice() {
        draw("again", 2, Map.of("epochs", "2"));

        assertThat(seeds("first,second,again").errors())
                .containsExactly("undertone: --seeds: second and again both have seed 2, so they are one draw");
        assertThat(seeds("first,first").exitCode()).isEqualTo(2);
    }

    @Test
    void oneCheckpointHasNoDeviation() {
        Answer answer = seeds("first");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --seeds: give at least 2 checkpoints");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--checkpoint=first", "--report=page", "--perturb", "--neutral"})
    void whatIsAboutOneCheckpointDoesNotGoWithSeveral(String option) {
        Answer answer = seeds("first,second", option);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --seeds and " + option.replaceAll("=.*", "") + ": give one of them");
    }

    private JsonNode json(String seeds) {
        List<String> output = seeds(seeds, "--json").output();
        return JsonMapper.shared().readTree(output.get(output.size() - 1));
    }

    private Answer seeds(String seeds, String... options) {
        return workshop.run(List.of("evaluate", "--seeds", seeds, "--data", data), options);
    }

    private void draw(String name, long seed, Map<String, String> options) {
        workshop.draw(name, seed, "bert", options);
    }
}
