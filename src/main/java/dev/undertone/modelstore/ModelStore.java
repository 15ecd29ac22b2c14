package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.FolderSwap;
import dev.undertone.modelstore.huggingface.ConfigJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of checkpoints, one folder each, and which of them answers. */
public final class ModelStore {

    /** The checkpoint that comes with the repository. */
    private static final CheckpointId SHIPPED = new CheckpointId("emotion-distilbert");

    private final Path root;
    private final ActiveFile activeFile;
    private final ActiveFile fileBefore;

    /** Uses this folder, which need not exist yet. */
    public ModelStore(Path root) {
        this.root = root;
        this.activeFile = ActiveFile.now(root);
        this.fileBefore = ActiveFile.before(root);
    }

    /**
     * The names of the checkpoints, sorted; whether they can be used shows when they are opened. A folder whose name is
     * no checkpoint id is passed over.
     */
    public List<CheckpointId> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(ConfigJson.FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(CheckpointId::isValid)
                    .sorted()
                    .map(CheckpointId::new)
                    .toList();
        } catch (IOException e) {
            throw new CheckpointRefused(root, "cannot be read: " + e, e);
        }
    }

    /**
     * Opens a checkpoint if there is one with this name.
     *
     * @throws CheckpointRefused if it is there and cannot be used
     */
    public Optional<Checkpoint> find(CheckpointId id) {
        return folderOf(id).map(folder -> Checkpoint.open(id, folder));
    }

    /**
     * Opens a checkpoint. Whether its bytes are those that were written is not checked here but by {@link #verify}.
     *
     * @throws CheckpointRefused if there is none with this name or it cannot be used
     */
    public Checkpoint open(CheckpointId id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /**
     * Checks every byte against the manifest, where there is one, and every number of the weights.
     *
     * @throws CheckpointRefused naming the first file that is wrong, and the fact
     */
    public Verification verify(CheckpointId id) {
        return Verification.of(id, folderOf(id).orElseThrow(() -> missing(id)));
    }

    /**
     * Makes a checkpoint the one that answers, after verifying it.
     *
     * @throws CheckpointRefused if it cannot be used; then the one before stays active
     */
    public Verification activate(CheckpointId id) {
        return activate(id, () -> {});
    }

    /**
     * The same, if something succeeds alongside, such as taking it down. If that throws, the active checkpoint and the
     * one before it are what they were.
     *
     * @throws CheckpointRefused if it cannot be used; then nothing is done alongside
     */
    public Verification activate(CheckpointId id, Runnable alongside) {
        Verification verification = verify(id);
        Optional<String> active = activeFile.text();
        Optional<String> before = fileBefore.text();
        try {
            activeBefore().filter(other -> !other.equals(id)).ifPresent(fileBefore::write);
            activeFile.write(id);
            alongside.run();
            return verification;
        } catch (RuntimeException | Error failed) {
            putBack(active, before, failed);
            throw failed;
        }
    }

    private void putBack(Optional<String> active, Optional<String> before, Throwable failed) {
        try {
            activeFile.putBack(active);
            fileBefore.putBack(before);
        } catch (CheckpointRefused alsoThis) {
            failed.addSuppressed(alsoThis);
        }
    }

    /** The checkpoint that would answer no more; a broken file names none to go back to. */
    private Optional<CheckpointId> activeBefore() {
        try {
            return active();
        } catch (CheckpointRefused broken) {
            return Optional.empty();
        }
    }

    /**
     * The checkpoint that answered before the active one was activated; empty if there was none.
     *
     * @throws CheckpointRefused if the file that names it is broken
     */
    public Optional<CheckpointId> previous() {
        return fileBefore.read();
    }

    /**
     * The checkpoint that answers: the activated one, otherwise the shipped one, otherwise the only one.
     *
     * @throws CheckpointRefused if the file that names it is broken
     */
    public Optional<CheckpointId> active() {
        Optional<CheckpointId> activated = activeFile.read();
        if (activated.isPresent()) {
            return activated;
        }
        List<CheckpointId> all = list();
        if (all.contains(SHIPPED)) {
            return Optional.of(SHIPPED);
        }
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /**
     * Makes an untrained DistilBERT from layers of BERT-base and saves it in full precision.
     *
     * @param archive the Maven artifact's jar, or the zip in it
     * @param seed of the random head
     * @param id the name under which it is saved, not yet taken
     * @throws CheckpointRefused if the archive is not what it should be, or the name is taken
     */
    public Checkpoint importBertBase(Path archive, LayerSelection layers, long seed, CheckpointId id) {
        new CheckpointTransfer(root.resolve(id.value())).fromBertBase(archive, layers, seed);
        return open(id);
    }

    /**
     * Copies a Hugging Face folder into the store, verified and with a manifest; its bytes stay as they are.
     *
     * @param id the name under which it is saved, not yet taken
     * @throws CheckpointRefused if the folder is no checkpoint that can be used, or the name is taken
     */
    public Checkpoint importFolder(Path source, CheckpointId id) {
        new CheckpointTransfer(root.resolve(id.value())).fromFolder(new CheckpointFolder(source), id);
        return open(id);
    }

    /**
     * Writes a checkpoint as a Hugging Face folder, verified first.
     *
     * @param target the folder to make; it must not exist yet, or be empty
     * @throws CheckpointRefused if the checkpoint cannot be used, or the target cannot be written
     */
    public void exportTo(CheckpointId id, Path target, WeightsFormat format) {
        verify(id);
        new CheckpointTransfer(target).fromCheckpoint(open(id), format);
    }

    /**
     * Writes some layers of a checkpoint, with its embeddings and its head, as a smaller one to start a training from.
     *
     * @param target the folder to make; it must not exist yet, or be empty
     * @throws IllegalArgumentException if one of the layers is not there
     * @throws CheckpointRefused if the checkpoint cannot be used, or the target cannot be written
     */
    public void exportLayers(CheckpointId id, LayerSelection layers, Path target, WeightsFormat format) {
        verify(id);
        new CheckpointTransfer(target).fromLayers(open(id), layers, format);
    }

    /**
     * Saves a trained network, with the sizes and the tokenizer of the checkpoint that it was trained from.
     *
     * @param id the name under which it is saved, not yet taken
     * @throws CheckpointRefused if the weights do not fit the base or the format, or the name is taken
     */
    public Checkpoint save(CheckpointId id, Checkpoint base, Weights weights, WeightsFormat format) {
        new CheckpointTransfer(root.resolve(id.value())).fromTraining(base, weights, format);
        return open(id);
    }

    /**
     * Puts texts beside the weights, such as the model card, and renews the manifest.
     *
     * @param texts by plain file name; a file that is there already is replaced
     * @throws CheckpointRefused if the checkpoint does not verify, before or after
     */
    public void addTexts(CheckpointId id, Map<String, String> texts) {
        verify(id);
        CheckpointFolder folder = folderOf(id).orElseThrow(() -> missing(id));
        new CheckpointTransfer(folder.path()).withTexts(folder, id, texts);
    }

    private Optional<CheckpointFolder> folderOf(CheckpointId id) {
        Path folder = root.resolve(id.value());
        try {
            if (!Files.exists(folder)) {
                new FolderSwap(folder).restore();
            }
            if (!Files.exists(folder)) {
                return Optional.empty();
            }
            if (!folder.toRealPath().startsWith(root.toRealPath())) {
                throw new CheckpointRefused(folder, "is a symbolic link that leads out of the model store");
            }
            return Optional.of(new CheckpointFolder(folder));
        } catch (IOException e) {
            throw new CheckpointRefused(folder, "cannot be read: " + e, e);
        }
    }

    private CheckpointRefused missing(CheckpointId id) {
        return new CheckpointRefused(root.resolve(id.value()), "there is no such checkpoint; there are " + list());
    }
}
