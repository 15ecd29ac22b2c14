package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.huggingface.TokenizerJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How texts become input ids: a WordPiece tokenizer in the form of Hugging Face's {@code tokenizer.json}.
 *
 * @param json the text of {@code tokenizer.json}, which neither cuts texts nor fills them up
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
     * @param ids how many ids the network knows
     * @throws CheckpointRefused if it has neither, what it has is broken, or it gives ids that the network does not
     *     know
     */
    static TokenizerDefinition in(CheckpointFolder folder, int ids) {
        if (folder.has(DEFINITION)) {
            return ofJson(folder.path().resolve(DEFINITION), folder.text(DEFINITION), ids);
        }
        if (!folder.has(VOCABULARY)) {
            throw new CheckpointRefused(folder.path(), "has neither " + DEFINITION + " nor " + VOCABULARY);
        }
        Path file = folder.path().resolve(VOCABULARY);
        TokenizerDefinition made = ofVocabulary(file, folder.text(VOCABULARY), lowerCase(folder));
        requireKnown(file, made.vocabulary().size() - 1, ids);
        return made;
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
        Map<String, Integer> lineOf = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            Integer first = lineOf.putIfAbsent(vocabulary.get(i), i + 1);
            if (first != null) {
                throw new CheckpointRefused(
                        file, "line " + (i + 1) + " repeats the token \"" + vocabulary.get(i) + "\" of line " + first);
            }
        }
        requireSpecialTokens(file, vocabulary);
        return new TokenizerDefinition(TokenizerJson.of(vocabulary, lowerCase), vocabulary, lowerCase);
    }

    private static boolean lowerCase(CheckpointFolder folder) {
        if (!folder.has(CONFIG)) {
            return true;
        }
        JsonNode config = folder.json(CONFIG);
        if (config.hasNonNull("strip_accents")
                || !config.path("tokenize_chinese_chars").booleanValue(true)) {
            throw new CheckpointRefused(
                    folder.path().resolve(CONFIG),
                    "sets strip_accents or tokenize_chinese_chars, which without " + DEFINITION + " is not supported");
        }
        return config.path("do_lower_case").booleanValue(true);
    }

    private static TokenizerDefinition ofJson(Path file, String json, int ids) {
        JsonNode root = CheckpointFolder.parse(file, json);
        JsonNode model = root.path("model");
        // Older tokenizers leave the type out.
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
        requireKnown(file, tokens.size() - 1, ids);
        for (JsonNode added : root.path("added_tokens")) {
            requireKnown(file, added.path("id").intValue(-1), ids);
        }
        boolean lowerCase = root.path("normalizer").path("lowercase").booleanValue(true);
        return new TokenizerDefinition(uncut(root, json), tokens, lowerCase);
    }

    /**
     * A tokenizer saved after a training may cut every text at some length; how long texts are read is decided later.
     */
    private static String uncut(JsonNode root, String json) {
        if (!root.hasNonNull("truncation") && !root.hasNonNull("padding")) {
            return json;
        }
        return ((ObjectNode) root).putNull("truncation").putNull("padding").toString();
    }

    private static void requireKnown(Path file, int id, int ids) {
        if (id < 0 || id >= ids) {
            throw new CheckpointRefused(file, "gives the id " + id + ", vocab_size in config.json is " + ids);
        }
    }

    private static void requireSpecialTokens(Path file, List<String> vocabulary) {
        for (String token : TokenizerJson.SPECIAL_TOKENS) {
            if (!vocabulary.contains(token)) {
                throw new CheckpointRefused(file, "lacks the token " + token);
            }
        }
    }
}
