package dev.undertone.modelstore.folder;

import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Fills a hidden folder beside the one that is meant, adds the manifest, and gives it the name when it is complete. */
public final class FolderSwap {

    private final Path target;
    private final Path temporary;
    private final Path replaced;

    /** Fills the temporary folder. */
    @FunctionalInterface
    public interface Filling {
        /** Writes the files into this folder. */
        void into(Path temporary) throws IOException;
    }

    /** Prepares to write this folder. */
    public FolderSwap(Path folder) {
        this.target = folder.toAbsolutePath().normalize();
        this.temporary = target.resolveSibling("." + target.getFileName() + ".writing");
        this.replaced = target.resolveSibling("." + target.getFileName() + ".replaced");
    }

    /**
     * Refuses to go on if there is something with the folder's name already; an empty folder is nothing.
     *
     * @throws CheckpointRefused if there is
     */
    public FolderSwap requireNew() {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder()) {
            throw new CheckpointRefused(target, "is there already; choose another name or delete it first");
        }
        return this;
    }

    /**
     * Writes the folder; leaves nothing behind if that fails.
     *
     * @throws CheckpointRefused if it cannot be written, or what is there now was not written this way and so may be
     *     anything
     */
    public void write(Filling filling) {
        try {
            // Left by a process that was killed.
            delete(temporary);
            restore();
            requireReplaceable();
            Files.createDirectories(temporary);
            try {
                filling.into(temporary);
                text(
                        temporary,
                        Manifest.FILE,
                        Manifest.of(new CheckpointFolder(temporary)).json());
                putInPlace();
            } catch (IOException | RuntimeException e) {
                delete(temporary);
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointRefused(target, "cannot be written: " + e, e);
        }
    }

    /** Takes back an older folder whose replacement was interrupted between two renames. */
    public void restore() throws IOException {
        if (!Files.exists(replaced, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            delete(replaced);
        } else {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void requireReplaceable() {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && !isEmptyFolder()
                && !Files.isRegularFile(target.resolve(Manifest.FILE))) {
            throw new CheckpointRefused(
                    target, "is there already and has no " + Manifest.FILE + ", so it is not replaced");
        }
    }

    private boolean isEmptyFolder() {
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new CheckpointRefused(target, "cannot be read: " + e, e);
        }
    }

    private void putInPlace() throws IOException {
        // A folder cannot be renamed onto one that has files, so the older one steps aside first.
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        delete(replaced);
    }

    /** Writes a text and waits until it is on the disk. */
    public static void text(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
