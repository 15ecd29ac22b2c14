package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.FolderSwap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The small file in the model store that names the checkpoint which answers. */
final class ActiveFile {

    static final String NAME = "active";

    private final Path root;

    ActiveFile(Path root) {
        this.root = root;
    }

    /** The name in the file; empty if there is no file. */
    Optional<CheckpointId> read() {
        if (!Files.exists(root.resolve(NAME))) {
            return Optional.empty();
        }
        String name = new CheckpointFolder(root).text(NAME).strip();
        try {
            return Optional.of(new CheckpointId(name));
        } catch (IllegalArgumentException e) {
            throw new CheckpointRefused(root.resolve(NAME), String.valueOf(e.getMessage()), e);
        }
    }

    /** Replaces the file in one step, so that a reader never sees half a name. */
    void write(CheckpointId id) {
        String temporary = "." + NAME + ".writing";
        try {
            FolderSwap.text(root, temporary, id + "\n");
            Files.move(root.resolve(temporary), root.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CheckpointRefused(root.resolve(NAME), "cannot be written: " + e, e);
        }
    }
}
