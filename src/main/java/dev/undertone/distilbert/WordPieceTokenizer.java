package dev.undertone.distilbert;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Splits texts into the token ids a checkpoint was trained on; safe for use by many threads.
 *
 * <p>Special tokens are set by the tokenizer alone. Whoever writes {@code [SEP]} or {@code [MASK]} in a text has
 * written two brackets and a word, as with {@code split_special_tokens} of Hugging Face's library; by its default a
 * text could end itself early, or hide a word behind a mask.
 */
public final class WordPieceTokenizer implements AutoCloseable {

    /** Nothing is cut or padded here: long texts are read in windows, and padding is made for a batch. */
    private static final Map<String, String> OPTIONS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HuggingFaceTokenizer tokenizer;
    /** What no text may contain, and what is read in its place: a word the vocabulary does not know. */
    private final Set<Long> reserved;

    private final long unknown;
    private final Set<String> words;

    /**
     * A tokenizer from the content of a {@code tokenizer.json}.
     *
     * @throws IllegalArgumentException if the content is not a tokenizer
     */
    public WordPieceTokenizer(String tokenizerJson) {
        TorchRuntime.prepare();
        try {
            ObjectNode definition = (ObjectNode) JSON.readTree(tokenizerJson);
            JsonNode vocabulary = definition.path("model").path("vocab");
            this.unknown = vocabulary.path("[UNK]").longValue();
            this.reserved = reserved(definition, vocabulary);
            this.words = vocabulary.propertyNames().stream()
                    .filter(WordPieceTokenizer::isWord)
                    .collect(Collectors.toUnmodifiableSet());
            this.tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(
                            withoutSpecialTokens(definition, vocabulary).getBytes(StandardCharsets.UTF_8)),
                    OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tokenizer", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("tokenizer.json is no tokenizer: " + e.getMessage(), e);
        }
    }

    private Set<Long> reserved(JsonNode definition, JsonNode vocabulary) {
        Set<Long> ids = new HashSet<>();
        for (String token : List.of("[PAD]", "[CLS]", "[SEP]", "[MASK]")) {
            if (vocabulary.has(token)) {
                ids.add(vocabulary.path(token).longValue());
            }
        }
        for (JsonNode token : definition.path("added_tokens")) {
            if (token.path("special").booleanValue(false)) {
                ids.add(token.path("id").longValue());
            }
        }
        ids.remove(unknown);
        return Set.copyOf(ids);
    }

    /**
     * Special tokens are looked for in a text before it is split into words, unless the tokenizer has none to look for.
     * Those that the vocabulary lacks have to stay, as the ids of later ones follow from their number.
     */
    private static String withoutSpecialTokens(ObjectNode definition, JsonNode vocabulary) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode token : definition.path("added_tokens")) {
            if (!token.path("special").booleanValue(false)
                    || !vocabulary.has(token.path("content").asString())) {
                kept.add(token);
            }
        }
        return definition.set("added_tokens", kept).toString();
    }

    private static boolean isWord(String token) {
        return token.chars().allMatch(unit -> unit >= 'a' && unit <= 'z');
    }

    /** What it has a token of its own for, among words of the letters a to z. */
    public Set<String> words() {
        return words;
    }

    /** The ids of a text, its start and end marks included; as many as the text needs. */
    public long[] encode(String text) {
        long[] ids = tokenizer.encode(text).getIds();
        // A checkpoint may split texts at spaces alone and find "[SEP]" among the words it knows, or have more of them.
        for (int i = 1; i < ids.length - 1; i++) {
            if (reserved.contains(ids[i])) {
                ids[i] = unknown;
            }
        }
        return ids;
    }

    /**
     * The ids of a text of which only the first so many are wanted; the end mark is kept.
     *
     * @param longest at least 3
     */
    public long[] encode(String text, int longest) {
        long[] ids = encode(text);
        if (ids.length <= longest) {
            return ids;
        }
        long[] kept = Arrays.copyOf(ids, longest);
        kept[longest - 1] = ids[ids.length - 1];
        return kept;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
