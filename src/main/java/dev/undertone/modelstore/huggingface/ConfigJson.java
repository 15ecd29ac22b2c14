package dev.undertone.modelstore.huggingface;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.WeightsFormat;
import dev.undertone.modelstore.folder.CheckpointFolder;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code config.json}, in which Hugging Face's library describes the network. */
public final class ConfigJson {

    /** The name of the file. */
    public static final String FILE = "config.json";

    private static final String ARCHITECTURE = "DistilBertForSequenceClassification";
    /** Far above any DistilBERT; every layer costs memory before the weights are looked at. */
    private static final int MOST_LAYERS = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final JsonNode root;

    private ConfigJson(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads the sizes and labels; the labels in the order of the output, in lower case.
     *
     * @throws CheckpointRefused if a field is missing or describes another kind of network
     */
    public static EncoderConfig read(CheckpointFolder folder) {
        return new ConfigJson(folder.path().resolve(FILE), folder.json(FILE)).read();
    }

    private EncoderConfig read() {
        requireText("model_type", "distilbert");
        JsonNode architectures = root.path("architectures");
        if (!architectures.isArray() || !architectures.path(0).stringValue("").equals(ARCHITECTURE)) {
            throw refused("architectures is " + architectures + ", expected [\"" + ARCHITECTURE + "\"]");
        }
        if (root.has("activation")) {
            requireText("activation", "gelu");
        }
        if (root.hasNonNull("problem_type")) {
            requireText("problem_type", "single_label_classification");
        }
        List<String> labels = new LabelSet(file, root).inOutputOrder();
        try {
            return new EncoderConfig(
                    number("vocab_size"),
                    number("max_position_embeddings"),
                    layers(),
                    number("dim"),
                    number("n_heads"),
                    number("hidden_dim"),
                    labels);
        } catch (IllegalArgumentException e) {
            throw new CheckpointRefused(file, String.valueOf(e.getMessage()), e);
        }
    }

    private int layers() {
        int layers = number("n_layers");
        if (layers > MOST_LAYERS) {
            throw refused("n_layers is " + layers + ", at most " + MOST_LAYERS + " are read");
        }
        return layers;
    }

    private void requireText(String field, String expected) {
        JsonNode found = root.path(field);
        if (found.isMissingNode()) {
            throw refused(field + " is missing");
        }
        if (!found.stringValue("").equals(expected)) {
            throw refused(field + " is " + found + ", expected \"" + expected + "\"");
        }
    }

    private int number(String field) {
        JsonNode found = root.path(field);
        if (found.isMissingNode()) {
            throw refused(field + " is missing");
        }
        if (!found.isIntegralNumber() || !found.canConvertToInt()) {
            throw refused(field + " is " + found + ", expected a whole number");
        }
        return found.intValue();
    }

    private CheckpointRefused refused(String fact) {
        return new CheckpointRefused(file, fact);
    }

    /** The text of the file for a network of this size. */
    public static String write(EncoderConfig config, WeightsFormat format, int paddingId) {
        ObjectNode root = JSON.createObjectNode().put("activation", "gelu");
        root.putArray("architectures").add(ARCHITECTURE);
        root.put("attention_dropout", 0.1)
                .put("dim", config.hidden())
                .put("dropout", 0.1)
                .put("hidden_dim", config.feedForward());
        ObjectNode id2label = root.putObject("id2label");
        ObjectNode label2id = JSON.createObjectNode();
        for (int id = 0; id < config.labels().size(); id++) {
            id2label.put(Integer.toString(id), config.labels().get(id));
            label2id.put(config.labels().get(id), id);
        }
        root.put("initializer_range", 0.02).set("label2id", label2id);
        root.put("max_position_embeddings", config.maxPositions())
                .put("model_type", "distilbert")
                .put("n_heads", config.heads())
                .put("n_layers", config.layers())
                .put("pad_token_id", paddingId)
                .put("problem_type", "single_label_classification")
                .put("qa_dropout", 0.1)
                .put("seq_classif_dropout", 0.2)
                .put("sinusoidal_pos_embds", false)
                .put("tie_weights_", true)
                .put("torch_dtype", torchName(format.type()))
                .put("vocab_size", config.vocabularySize());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static String torchName(TensorType type) {
        return switch (type) {
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            case F64, F32, I64, I32, I16, I8, U8, BOOL -> "float32";
        };
    }
}
