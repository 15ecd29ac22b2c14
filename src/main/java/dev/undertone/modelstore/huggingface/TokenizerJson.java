package dev.undertone.modelstore.huggingface;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files in which Hugging Face's library looks for BERT's tokenizer, made from a vocabulary. */
public final class TokenizerJson {

    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    /** What fills up the shorter texts of a batch. */
    public static final String PADDING = "[PAD]";

    private static final String MASK = "[MASK]";

    /** Without these no text can be encoded; the mask is only needed for pretraining. */
    public static final List<String> SPECIAL_TOKENS = List.of(PADDING, UNKNOWN, FIRST, LAST);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TokenizerJson() {}

    /** {@code tokenizer.json}. */
    public static String of(List<String> vocabulary, boolean lowerCase) {
        ObjectNode root = JSON.createObjectNode().put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        ArrayNode added = root.putArray("added_tokens");
        for (int id = 0; id < vocabulary.size(); id++) {
            if (SPECIAL_TOKENS.contains(vocabulary.get(id))
                    || vocabulary.get(id).equals(MASK)) {
                added.addObject()
                        .put("id", id)
                        .put("content", vocabulary.get(id))
                        .put("single_word", false)
                        .put("lstrip", false)
                        .put("rstrip", false)
                        .put("normalized", false)
                        .put("special", true);
            }
        }
        root.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", true)
                .putNull("strip_accents")
                .put("lowercase", lowerCase);
        root.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        postProcessor(root, vocabulary);
        root.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
        ObjectNode model = root.putObject("model")
                .put("type", "WordPiece")
                .put("unk_token", UNKNOWN)
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", 100);
        ObjectNode ids = model.putObject("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.get(id), id);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** One text becomes [CLS] text [SEP], a pair [CLS] a [SEP] b [SEP]. */
    private static void postProcessor(ObjectNode root, List<String> vocabulary) {
        ObjectNode processor = root.putObject("post_processor").put("type", "TemplateProcessing");
        ArrayNode single = processor.putArray("single");
        ArrayNode pair = processor.putArray("pair");
        for (ArrayNode template : List.of(single, pair)) {
            piece(template, "SpecialToken", FIRST, 0);
            piece(template, "Sequence", "A", 0);
            piece(template, "SpecialToken", LAST, 0);
        }
        piece(pair, "Sequence", "B", 1);
        piece(pair, "SpecialToken", LAST, 1);
        ObjectNode special = processor.putObject("special_tokens");
        for (String token : List.of(FIRST, LAST)) {
            ObjectNode entry = special.putObject(token).put("id", token);
            entry.putArray("ids").add(vocabulary.indexOf(token));
            entry.putArray("tokens").add(token);
        }
    }

    private static void piece(ArrayNode template, String kind, String id, int type) {
        template.addObject().putObject(kind).put("id", id).put("type_id", type);
    }

    /** {@code tokenizer_config.json}. */
    public static String config(boolean lowerCase, int maxLength) {
        ObjectNode config = specialTokens()
                .put("do_lower_case", lowerCase)
                .put("do_basic_tokenize", true)
                .put("model_max_length", maxLength)
                .putNull("strip_accents")
                .put("tokenize_chinese_chars", true)
                .put("tokenizer_class", "DistilBertTokenizer");
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config) + "\n";
    }

    /** {@code special_tokens_map.json}. */
    public static String specialTokensMap() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(specialTokens()) + "\n";
    }

    private static ObjectNode specialTokens() {
        return JSON.createObjectNode()
                .put("cls_token", FIRST)
                .put("mask_token", MASK)
                .put("pad_token", PADDING)
                .put("sep_token", LAST)
                .put("unk_token", UNKNOWN);
    }
}
