package dev.undertone.modelstore;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How texts become input ids: a WordPiece tokenizer in the form of Hugging Face's {@code tokenizer.json}.
 *
 * @param json the text of {@code tokenizer.json}
 * @param vocabulary the pieces of words, each at the index that is its id
 * @param lowerCase whether texts are put into lower case first
 */
public record TokenizerDefinition(String json, List<String> vocabulary, boolean lowerCase) {

    private static final String VOCABULARY = "vocab.txt";
    private static final String DEFINITION = "tokenizer.json";
    private static final String CONFIG = "tokenizer_config.json";

    /** Copies the vocabulary. */
    public TokenizerDefinition {
        vocabulary = List.copyOf(vocabulary);
    }

    /**
     * The tokenizer of a checkpoint folder: its {@code tokenizer.json}, or made from {@code vocab.txt}.
     *
     * @throws CheckpointRefused if it has neither or what it has is broken
     */
    static TokenizerDefinition in(CheckpointFolder folder) {
        if (folder.has(DEFINITION)) {
            return ofJson(folder.path().resolve(DEFINITION), folder.text(DEFINITION));
        }
        if (!folder.has(VOCABULARY)) {
            throw new CheckpointRefused(folder.path(), "has neither " + DEFINITION + " nor " + VOCABULARY);
        }
        boolean lowerCase = true;
        if (folder.has(CONFIG)) {
            lowerCase = folder.json(CONFIG).path("do_lower_case").booleanValue(true);
        }
        return ofVocabulary(folder.path().resolve(VOCABULARY), folder.text(VOCABULARY), lowerCase);
    }

    /**
     * BERT's tokenizer over the lines of a {@code vocab.txt}.
     *
     * @param file the name for messages
     * @throws CheckpointRefused if a line repeats another or a special token is missing
     */
    public static TokenizerDefinition ofVocabulary(Path file, String lines, boolean lowerCase) {
        List<String> vocabulary = Arrays.stream(lines.split("\n"))
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            if (!seen.add(vocabulary.get(i))) {
                throw new CheckpointRefused(
                        file, "line " + (i + 1) + " repeats the token \"" + vocabulary.get(i) + "\"");
            }
        }
        requireSpecialTokens(file, vocabulary);
        return new TokenizerDefinition(TokenizerJson.of(vocabulary, lowerCase), vocabulary, lowerCase);
    }

    private static TokenizerDefinition ofJson(Path file, String json) {
        JsonNode root = CheckpointFolder.parse(file, json);
        JsonNode model = root.path("model");
        // Older tokenizers leave the type out; only WordPiece has this prefix.
        if (!"WordPiece".equals(model.path("type").stringValue("WordPiece"))
                || !model.path("vocab").isObject()) {
            throw new CheckpointRefused(file, "is not a WordPiece tokenizer");
        }
        String[] vocabulary = new String[model.path("vocab").size()];
        for (Map.Entry<String, JsonNode> entry : model.path("vocab").properties()) {
            int id = entry.getValue().intValue(-1);
            if (id < 0 || id >= vocabulary.length || vocabulary[id] != null) {
                throw new CheckpointRefused(
                        file,
                        "the id of token \"" + entry.getKey() + "\" is " + entry.getValue() + ", expected each of 0 to "
                                + (vocabulary.length - 1) + " once");
            }
            vocabulary[id] = entry.getKey();
        }
        List<String> tokens = List.of(vocabulary);
        requireSpecialTokens(file, tokens);
        return new TokenizerDefinition(
                json, tokens, root.path("normalizer").path("lowercase").booleanValue(true));
    }

    private static void requireSpecialTokens(Path file, List<String> vocabulary) {
        for (String token : TokenizerJson.SPECIAL_TOKENS) {
            if (!vocabulary.contains(token)) {
                throw new CheckpointRefused(file, "lacks the token " + token);
            }
        }
    }
}
