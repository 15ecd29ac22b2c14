package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.cli.Workshop.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ClassifyCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    void aTextGetsALineWithItsLabelAndSixProbabilities() {
        Answer answer = workshop.run("classify", "i feel so happy today");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.output())
                .singleElement()
                .asString()
                .matches("(?<label>\\w+) +sadness \\d\\.\\d{4}  joy \\d\\.\\d{4}  love \\d\\.\\d{4}"
                        + "  anger \\d\\.\\d{4}  fear \\d\\.\\d{4}  surprise \\d\\.\\d{4}");
    }

    @Test
    void jsonHasExactlyTheFieldsOfTheContract() {
        Answer answer = workshop.run("classify", "--json", "i feel so happy today", "you loved it");

        assertThat(answer.output()).hasSize(2);
        JsonNode result = JSON.readTree(answer.output().get(1));
        assertThat(result.propertyNames())
                .containsExactly("emotion", "probability", "scores", "sentiment", "tokens", "notices");
        JsonNode scores = result.get("scores");
        assertThat(scores.propertyNames()).containsExactly("sadness", "joy", "love", "anger", "fear", "surprise");
        assertThat(result.get("probability").doubleValue())
                .isEqualTo(scores.get(result.get("emotion").stringValue()).doubleValue());
        assertThat(result.get("sentiment").stringValue()).isIn("positive", "negative", "mixed");
        assertThat(result.get("tokens").intValue()).isEqualTo(5);
        assertThat(result.get("notices").isArray()).isTrue();
    }

    @Test
    void probabilitiesOfATextAddUpToOne() {
        Answer answer = workshop.run("classify", "--json", "they feel very afraid");

        double sum = JSON.readTree(answer.output().get(0)).get("scores").values().stream()
                .mapToDouble(JsonNode::doubleValue)
                .sum();
        assertThat(sum).isCloseTo(1.0, within(1e-6));
    }

    @Test
    void wordsThatWouldNotBePrintedAreNotLookedFor() {
        Answer answer = workshop.run("classify", "--explain", "i feel so happy");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --explain: give --json as well, which is where the words are printed");
    }

    @Test
    void explainAddsTheWordsByTheirPlaceInTheText() {
        Answer answer = workshop.run("classify", "--json", "--explain", "i feel so happy");

        JsonNode words = JSON.readTree(answer.output().get(0)).get("words");
        assertThat(words).hasSize(4);
        assertThat(words.get(3).propertyNames()).containsExactly("start", "end", "weight");
        assertThat(words.get(3).get("start").intValue()).isEqualTo(10);
        assertThat(words.get(3).get("end").intValue()).isEqualTo(15);
    }

    @Test
    void everyFormatOfTheSameTextsGivesTheSameAnswer() throws IOException {
        List<String> expected =
                workshop.run("classify", "i am sad", "you, they and me").output();
        Path lines = workshop.file("texts.txt", "i am sad", "you, they and me");
        Path csv = workshop.file("texts.csv", "text", "i am sad", "\"you, they and me\"");
        Path jsonl = workshop.file("texts.jsonl", "{\"text\":\"i am sad\"}", "{\"text\":\"you, they and me\"}");

        List<List<String>> answers = new ArrayList<>();
        for (Path file : List.of(lines, csv, jsonl, zipped(jsonl))) {
            answers.add(workshop.run("classify", "--file", file.toString()).output());
        }

        assertThat(answers).hasSize(4).allSatisfy(answer -> assertThat(answer).isEqualTo(expected));
    }

    @Test
    void standardInputIsReadWhenThereIsNoOtherText() {
        Answer answer = workshop.runReading(stream("i am sad\ni am happy\n"), "classify");

        assertThat(answer.output())
                .isEqualTo(workshop.run("classify", "i am sad", "i am happy").output());
    }

    @Test
    void standardInputIsJsonLinesWhenTold() {
        Answer answer = workshop.runReading(stream("{\"text\":\"i am sad\"}\n"), "classify", "--format", "jsonl");

        assertThat(answer.output())
                .isEqualTo(workshop.run("classify", "i am sad").output());
    }

    @Test
    void aTextThatLooksLikeAFileOfArgumentsIsAText() {
        Path file = workshop.file("sam", "--json");

        assertThat(workshop.run("classify", "@" + file).output()).hasSize(1);
    }

    @Test
    void aBlankTextDoesNotKeepTheOthersFromTheirAnswers() {
        Answer answer = workshop.run("classify", "i am sad", " ", "i am happy");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).hasSize(2);
        assertThat(answer.errors()).containsExactly("undertone: text 2: the text is blank");
    }

    @Test
    void aTextThatNobodyCouldReadIsNotReadEither() {
        Answer answer = workshop.run("classify", "i am sad", "\u200b\u200b");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).hasSize(1);
        assertThat(answer.errors()).containsExactly("undertone: text 2: the text has no readable character");
    }

    @Test
    void theLongestTextIsReadAndOneCharacterMoreIsNot() {
        Answer answer = workshop.run("classify", "a".repeat(20_000), "a".repeat(20_001));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).hasSize(1);
        assertThat(answer.errors())
                .containsExactly("undertone: text 2: the text has 20001 characters, expected at most 20000");
    }

    @Test
    void aBadRowIsNamedByFileAndLine() {
        Path file = workshop.file("texts.jsonl", "{\"text\":\"i am sad\"}", "{\"text\":\" \"}", "{\"text\":\"me\"}");

        Answer answer = workshop.run("classify", "--file", file.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).hasSize(2);
        assertThat(answer.errors()).containsExactly("undertone: " + file + " line 2: the text is blank");
    }

    @Test
    void whatWasReadBeforeAnUnreadableLineIsAnswered() {
        byte[] bytes = {'m', 'e', '\n', (byte) 0xff, '\n'};

        Answer answer = workshop.runReading(new ByteArrayInputStream(bytes), "classify");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).hasSize(1);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .startsWith("undertone: standard input")
                .contains("line 2");
    }

    private static Path zipped(Path file) throws IOException {
        Path zipped = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, out);
        }
        return zipped;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
