package dev.undertone.modelstore;

import dev.undertone.modelstore.bertbase.BertBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of checkpoints, one folder each. */
public final class ModelStore {

    private final Path root;

    /** Uses this folder, which need not exist yet. */
    public ModelStore(Path root) {
        this.root = root;
    }

    /** The names of the checkpoints, sorted; whether they can be used shows when they are opened. */
    public List<CheckpointId> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(ConfigJson.FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .map(CheckpointId::new)
                    .toList();
        } catch (IOException e) {
            throw new CheckpointRefused(root, "cannot be read: " + e, e);
        }
    }

    /**
     * Opens a checkpoint.
     *
     * @throws CheckpointRefused if there is none with this name or it cannot be used
     */
    public Checkpoint open(CheckpointId id) {
        return Checkpoint.open(root.resolve(id.value()));
    }

    /**
     * Makes an untrained DistilBERT from layers of BERT-base and saves it in full precision.
     *
     * @param archive the Maven artifact's jar, or the zip in it
     * @param seed of the random head
     * @param id the name under which it is saved; an older one is replaced
     * @throws CheckpointRefused if the archive is not what it should be
     */
    public Checkpoint importBertBase(Path archive, LayerSelection layers, long seed, CheckpointId id) {
        Path folder = root.resolve(id.value());
        try (BertBundle bundle = BertBundle.open(archive);
                Weights weights = bundle.weights(layers, seed)) {
            TokenizerDefinition tokenizer =
                    TokenizerDefinition.ofVocabulary(Path.of("vocab.txt"), bundle.vocabulary(), true);
            new CheckpointWriter(folder, WeightsFormat.F32, Map.of()).write(bundle.config(layers), tokenizer, weights);
        }
        return Checkpoint.open(folder);
    }
}
