package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BenchCommandTests {

    private static final List<String> SYSTEMS =
            List.of("undertone-int8", "undertone-fp32", "djl-default", "djl-batches", "ort-fp32", "ort-int8");

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    void everyoneIsMeasuredInEveryWorkloadAndToldOnTheLastLineAsTheContractSays() throws Exception {
        Path report = folder.resolve("report");
        Answer answer = workshop.run(
                "bench",
                "--checkpoint=tiny",
                "--peers",
                "--json",
                "--rounds=2",
                "--seconds=0.02",
                "--workloads=real-mix,tokens-8,callers-4,short-beside-long,bulk-100",
                "--report=" + report);

        assertThat(answer.exitCode()).as(String.join("\n", answer.errors())).isZero();
        JsonNode found =
                JsonMapper.shared().readTree(answer.output().get(answer.output().size() - 1));
        assertThat(found.propertyNames()).containsExactly("machine", "rows");
        assertThat(found.get("machine").propertyNames()).contains("cpu", "cores", "loadAtStart", "java", "engines");
        assertThat(found.get("rows"))
                .extracting(row -> row.get("workload").stringValue() + " "
                        + row.get("system").stringValue())
                .containsExactlyElementsOf(Stream.of(
                                "real-mix", "tokens-8", "callers-4", "short-beside-long", "bulk-100")
                        .flatMap(workload -> SYSTEMS.stream()
                                .filter(system -> workload.matches("real-mix|bulk-.*") || !system.equals("djl-batches"))
                                .map(system -> workload + " " + system))
                        .toList());
        assertThat(found.get("rows")).allSatisfy(BenchCommandTests::isWhole);
        assertThat(Files.readString(report.resolve("bench.json"))).isEqualToIgnoringNewLines(found.toString());
        assertThat(Files.readString(report.resolve("bench.txt"))).contains("real-mix", "ort-int8");
        String picture = Files.readString(report.resolve("bench.svg"));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(report.resolve("bench.svg").toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(picture).contains("undertone-int8", "256 texts at once").doesNotContain("xmlns:th");
    }

    private static void isWhole(JsonNode row) {
        assertThat(row.propertyNames())
                .containsExactly("workload", "system", "textsPerSecond", "min", "max", "p50Ms", "p95Ms", "p99Ms");
        assertThat(row.get("textsPerSecond").doubleValue())
                .isBetween(row.get("min").doubleValue(), row.get("max").doubleValue());
        assertThat(row.get("min").doubleValue()).isPositive();
        assertThat(row.get("p99Ms").doubleValue())
                .isGreaterThanOrEqualTo(row.get("p50Ms").doubleValue());
    }

    @Test
    void theServiceIsStartedAndAskedOverHttp() {
        assertThat(workshop.run("checkpoint", "activate", "tiny").exitCode()).isZero();

        Answer answer = workshop.run("bench", "--json", "--rounds=1", "--seconds=0.02", "--workloads=http");

        assertThat(answer.exitCode()).as(String.join("\n", answer.errors())).isZero();
        JsonNode found =
                JsonMapper.shared().readTree(answer.output().get(answer.output().size() - 1));
        assertThat(found.get("rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("workload").stringValue() + " "
                                + row.get("system").stringValue())
                        .isEqualTo("http undertone-int8"));
        for (String figure : List.of("firstAnswerSeconds", "textsBeforeEnd", "unloadedP50Ms", "cpuMsPerRequest")) {
            assertThat(found.get("service").get(figure).doubleValue())
                    .as(figure)
                    .isPositive();
        }
        for (String figure : List.of("residentMbAtStart", "residentMbAtRest", "residentMbAfter", "residentMbAtMost")) {
            assertThat(found.get("service").get(figure).doubleValue() > 0)
                    .as(figure)
                    .isEqualTo(OS.LINUX.isCurrentOs());
        }
    }

    @Test
    void whatWasMeasuredIsToldEvenIfTheServiceCannotBeStarted() {
        assertThat(workshop.run("checkpoint", "activate", "tiny").exitCode()).isZero();
        String path = System.setProperty("java.class.path", "nowhere.jar");
        try {
            Answer answer = workshop.run("bench", "--rounds=1", "--seconds=0.02", "--workloads=real-mix,http");

            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.output()).anyMatch(line -> line.startsWith("real-mix"));
            assertThat(answer.errors())
                    .last()
                    .asString()
                    .isEqualTo(
                            "undertone: http could not be measured: the service ended at its start: Error: Unable to access jarfile nowhere.jar");
        } finally {
            System.setProperty("java.class.path", path);
        }
    }

    @Test
    void textsOfOnesOwnAreTheRealMix() {
        Path data = workshop.file("texts.txt", "i am so happy;joy", "they feel sad;sadness");

        Answer answer = workshop.run(
                "bench",
                "--checkpoint=tiny",
                "--rounds=1",
                "--seconds=0.02",
                "--workloads=real-mix",
                "--data",
                data.toString());

        assertThat(answer.exitCode()).as(String.join("\n", answer.errors())).isZero();
        assertThat(answer.output()).anyMatch(line -> line.startsWith("real-mix") && line.contains("undertone-int8"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--workloads=fastest    | undertone: there is no workload fastest; there are real-mix, tokens-8",
                "--rounds=0             | undertone: --rounds is 0, expected 1 or more",
                "--seconds=0            | undertone: --seconds is 0.0, expected more than 0",
                "--workloads=http       | undertone: http measures the active checkpoint, and tiny is not"
            })
    void whatCannotBeMeasuredIsSaidInOneLine(String option, String line) {
        workshop.with("other");
        assertThat(workshop.run("checkpoint", "activate", "other").exitCode()).isZero();

        Answer answer = workshop.run("bench", "--checkpoint=tiny", option);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).singleElement().asString().startsWith(line);
    }
}
