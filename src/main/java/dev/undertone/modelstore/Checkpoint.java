package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.Manifest;
import dev.undertone.modelstore.huggingface.ConfigJson;
import dev.undertone.modelstore.huggingface.ExpectedTensors;
import dev.undertone.modelstore.huggingface.HeadInEmotionOrder;
import dev.undertone.modelstore.safetensors.SafetensorsFolder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A DistilBERT with its tokenizer and labels, saved in a folder as Hugging Face's library saves it. */
public final class Checkpoint {

    private static final String EVALUATION = "evaluation.json";
    private static final String HISTORY = "history.jsonl";

    private final CheckpointId id;
    private final CheckpointFolder folder;
    private final List<String> labelsInOutputOrder;
    private final EncoderConfig config;
    private final TokenizerDefinition tokenizer;

    private Checkpoint(CheckpointId id, CheckpointFolder folder) {
        this.id = id;
        this.folder = folder;
        EncoderConfig stored = ConfigJson.read(folder);
        this.labelsInOutputOrder = stored.labels();
        this.config = stored.withLabels(EncoderConfig.base(1).labels());
        this.tokenizer = TokenizerDefinition.in(folder, config.vocabularySize());
    }

    /**
     * Reads what describes a checkpoint and checks that its weights are there in the right shapes.
     *
     * @param folder the folder, whose name becomes the id
     * @throws CheckpointRefused with one line that names the file and what is wrong with it
     */
    public static Checkpoint open(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        try {
            return open(new CheckpointId(String.valueOf(name)), new CheckpointFolder(folder));
        } catch (IllegalArgumentException e) {
            throw new CheckpointRefused(folder, String.valueOf(e.getMessage()), e);
        }
    }

    static Checkpoint open(CheckpointId id, CheckpointFolder folder) {
        Checkpoint checkpoint = new Checkpoint(id, folder);
        checkpoint.openWeights().close();
        return checkpoint;
    }

    /** The name of the checkpoint. */
    public CheckpointId id() {
        return id;
    }

    /** Where the checkpoint is. */
    public Path folder() {
        return folder.path();
    }

    /** The sizes of the network, with the six emotions in their own order. */
    public EncoderConfig config() {
        return config;
    }

    /**
     * What the network of this checkpoint is made of, as a digest in lower-case hexadecimal: its sizes and every byte
     * of its weights as they are now, whatever the manifest says.
     *
     * @throws CheckpointRefused if a file cannot be read
     */
    public String fingerprint() {
        Manifest now = Manifest.of(folder);
        return now.only(name -> name.equals(ConfigJson.FILE) || name.endsWith(".safetensors"))
                .digest();
    }

    /**
     * The figures of the last evaluation, as the JSON text that stands beside the weights; empty if nobody evaluated.
     *
     * @throws CheckpointRefused if the file is there and is no JSON object
     */
    public Optional<String> evaluationJson() {
        return folder.has(EVALUATION) ? Optional.of(folder.json(EVALUATION).toString()) : Optional.empty();
    }

    /**
     * How far its answers can be trusted; empty if nobody measured.
     *
     * @throws CheckpointRefused if the file is there and is not as it should be
     */
    public Optional<Calibration> calibration() {
        return folder.has(Calibration.FILE) ? Optional.of(Calibration.read(folder)) : Optional.empty();
    }

    /**
     * The words of the texts it was trained on; empty if nobody counted them.
     *
     * @throws CheckpointRefused if the file is there and is not as it should be
     */
    public Optional<Lexicon> lexicon() {
        return folder.has(Lexicon.FILE) ? Optional.of(Lexicon.read(folder)) : Optional.empty();
    }

    /**
     * How the weights were trained, one JSON object a line, as it stands beside them; empty if nobody kept it.
     *
     * @throws CheckpointRefused if the file is there and cannot be read
     */
    public Optional<String> historyJsonl() {
        return folder.has(HISTORY) ? Optional.of(folder.text(HISTORY)) : Optional.empty();
    }

    /**
     * How large the folder is, and what names its content.
     *
     * @throws CheckpointRefused if it cannot be read
     */
    public CheckpointFiles files() {
        return CheckpointFiles.of(folder);
    }

    /** The element types of the weights as stored, such as F16. */
    public Set<TensorType> storedTypes() {
        try (Weights weights = openWeights()) {
            Set<TensorType> types = EnumSet.noneOf(TensorType.class);
            weights.tensors().forEach(tensor -> types.add(tensor.type()));
            return types;
        }
    }

    /** How texts become input ids. */
    public TokenizerDefinition tokenizer() {
        return tokenizer;
    }

    /** The tokenizer as Hugging Face's {@code tokenizer.json}, made from {@code vocab.txt} if there is no such file. */
    public String tokenizerJson() {
        return tokenizer.json();
    }

    /**
     * Opens the weights; the rows of {@code classifier} come in the order of {@link #config()}, however they are
     * stored.
     *
     * @throws CheckpointRefused if a file does not hold, or a tensor is missing or has another shape
     */
    public Weights openWeights() {
        Weights weights = SafetensorsFolder.open(folder);
        try {
            ExpectedTensors.requireIn(weights, config, folder.path().toString());
            return HeadInEmotionOrder.of(weights, labelsInOutputOrder);
        } catch (CheckpointRefused e) {
            weights.close();
            throw e;
        }
    }
}
