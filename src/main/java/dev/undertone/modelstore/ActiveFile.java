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

    /** Replaces the file in one step, so that a reader never sees half a name. */
    void write(CheckpointId id) {
        String temporary = "." + name + ".writing";
        try {
            FolderSwap.text(root, temporary, id + "\n");
            Files.move(root.resolve(temporary), root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CheckpointRefused(root.resolve(name), "cannot be written: " + e, e);
        }
    }
}
