package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class TokenizerDefinitionTests {

    @TempDir
    Path store;

    private Path folder;

    @BeforeEach
    void dropInAFolder() throws IOException {
        folder = TinyCheckpoint.dropIn(store.resolve("tiny"));
    }

    @Test
    void textIsCleanedLowerCasedSplitAndFramed() throws IOException {
        assertThat(ids(Checkpoint.open(folder), "I FEEL  f\u00ednely, s\u00c1d!\u0007"))
                .containsExactly(2, 5, 6, 7, 8, 1, 9, 10, 3);
    }

    @Test
    void vocabularyAloneGivesTheSameTokenizer() throws IOException {
        TokenizerDefinition fromJson = Checkpoint.open(folder).tokenizer();
        Files.delete(folder.resolve("tokenizer.json"));

        assertThat(Checkpoint.open(folder).tokenizer()).isEqualTo(fromJson);
    }

    @Test
    void vocabularyWithWindowsLineEndsIsTheSame() {
        assertThat(TokenizerDefinition.ofVocabulary(
                        Path.of("vocab.txt"), TinyCheckpoint.VOCABULARY.replace("\n", "\r\n"), true))
                .isEqualTo(TinyCheckpoint.tokenizer());
    }

    @Test
    void casedVocabularyKeepsCapitals() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        JsonEdit.edit(folder.resolve("tokenizer_config.json"), root -> root.put("do_lower_case", false));

        Checkpoint cased = Checkpoint.open(folder);

        assertThat(cased.tokenizer().lowerCase()).isFalse();
        assertThat(ids(cased, "I feel sad")).containsExactly(2, 1, 6, 9, 3);
    }

    @Test
    void vocabularyWithoutConfigIsUncased() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.delete(folder.resolve("tokenizer_config.json"));

        assertThat(Checkpoint.open(folder).tokenizer()).isEqualTo(TinyCheckpoint.tokenizer());
    }

    @Test
    void settingThatOnlyTheJsonCouldExpressIsRefused() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        JsonEdit.edit(folder.resolve("tokenizer_config.json"), root -> root.put("strip_accents", false));

        assertRefused("tokenizer_config.json: sets strip_accents");
    }

    @Test
    void lengthAtWhichATrainingCutTextsIsForgotten() throws IOException {
        JsonEdit.edit(
                folder.resolve("tokenizer.json"),
                root -> root.putObject("truncation")
                        .put("direction", "Right")
                        .put("max_length", 3)
                        .put("strategy", "LongestFirst")
                        .put("stride", 0));

        assertThat(ids(Checkpoint.open(folder), "i feel sad")).containsExactly(2, 5, 6, 9, 3);
    }

    @Test
    void folderWithoutATokenizerIsRefused() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.delete(folder.resolve("vocab.txt"));

        assertRefused(": has neither tokenizer.json nor vocab.txt");
    }

    @Test
    void tokenizerOfAnotherKindIsRefused() throws IOException {
        JsonEdit.edit(folder.resolve("tokenizer.json"), root -> model(root).put("type", "BPE"));

        assertRefused("tokenizer.json: is not a WordPiece tokenizer");
    }

    @Test
    void idsThatLeaveAGapAreRefused() throws IOException {
        JsonEdit.edit(
                folder.resolve("tokenizer.json"),
                root -> ((ObjectNode) model(root).path("vocab")).put("sad", 12));

        assertRefused("tokenizer.json: the id of token \"sad\" is 12, expected each of 0 to 11 once");
    }

    @Test
    void idThatTheNetworkDoesNotKnowIsRefused() throws IOException {
        JsonEdit.edit(
                folder.resolve("tokenizer.json"),
                root -> root.withArray("added_tokens").addObject().put("id", 12).put("content", "[NEW]"));

        assertRefused("tokenizer.json: gives the id 12, vocab_size in config.json is 12");
    }

    @Test
    void vocabularyLargerThanTheNetworkIsRefused() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("vocab.txt"), TinyCheckpoint.VOCABULARY + "more\n");

        assertRefused("vocab.txt: gives the id 12, vocab_size in config.json is 12");
    }

    @Test
    void repeatedLineIsNamed() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("vocab.txt"), TinyCheckpoint.VOCABULARY.replace("sad", "feel"));

        assertRefused("vocab.txt: line 10 repeats the token \"feel\" of line 7");
    }

    @Test
    void missingSpecialTokenIsNamed() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("vocab.txt"), TinyCheckpoint.VOCABULARY.replace("[SEP]", "end"));

        assertRefused("vocab.txt: lacks the token [SEP]");
    }

    private static ObjectNode model(ObjectNode root) {
        return (ObjectNode) root.path("model");
    }

    private static long[] ids(Checkpoint checkpoint, String text) throws IOException {
        Path file = Files.writeString(checkpoint.folder().resolveSibling("tokenizer.json"), checkpoint.tokenizerJson());
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(file)) {
            return tokenizer.encode(text).getIds();
        }
    }

    private void assertRefused(String fact) {
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(folder + (fact.startsWith(":") ? "" : "/") + fact);
    }
}
