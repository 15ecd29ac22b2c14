package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.FolderSwap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A small file in the model store that names a checkpoint: the one which answers, or the one which did before. */
final class ActiveFile {

    private final Path root;
    private final String name;

    private ActiveFile(Path root, String name) {
        this.root = root;
        this.name = name;
    }

    /** The checkpoint that answers. */
    static ActiveFile now(Path root) {
        return new ActiveFile(root, "active");
    }

    /** The checkpoint that answered before. */
    static ActiveFile before(Path root) {
        return new ActiveFile(root, "active-before");
    }

    /** The name in the file; empty if there is no file. */
    Optional<CheckpointId> read() {
        if (!Files.exists(root.resolve(name))) {
            return Optional.empty();
        }
        String id = new CheckpointFolder(root).text(name).strip();
        try {
            return Optional.of(new CheckpointId(id));
        } catch (IllegalArgumentException e) {
            throw new CheckpointRefused(root.resolve(name), String.valueOf(e.getMessage()), e);
        }
    }

    /** The whole text, whether or not it is a name; empty if there is no file. */
    Optional<String> text() {
        return Files.exists(root.resolve(name)) ? Optional.of(new CheckpointFolder(root).text(name)) : Optional.empty();
    }

    /** Makes the file what it was when its {@link #text} was asked for. */
    void putBack(Optional<String> text) {
        if (text.isPresent()) {
            write(text.get());
            return;
        }
        try {
            Files.deleteIfExists(root.resolve(name));
        } catch (IOException e) {
            throw new CheckpointRefused(root.resolve(name), "cannot be deleted: " + e, e);
        }
    }

    /** Names a checkpoint. */
    void write(CheckpointId id) {
        write(id + "\n");
    }

    /** Replaces the file in one step, so that a reader never sees half a name. */
    private void write(String text) {
        String temporary = "." + name + ".writing";
        try {
            FolderSwap.text(root, temporary, text);
            Files.move(root.resolve(temporary), root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CheckpointRefused(root.resolve(name), "cannot be written: " + e, e);
        }
    }
}
