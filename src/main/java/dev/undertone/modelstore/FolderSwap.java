package dev.undertone.modelstore;

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
final class FolderSwap {

    private final Path target;
    private final Path temporary;
    private final Path replaced;

    /** Fills the temporary folder. */
    @FunctionalInterface
    interface Filling {
        /** Writes the files into this folder. */
        void into(Path temporary) throws IOException;
    }

    FolderSwap(Path folder) {
        this.target = folder.toAbsolutePath().normalize();
        this.temporary = target.resolveSibling("." + target.getFileName() + ".writing");
        this.replaced = target.resolveSibling("." + target.getFileName() + ".replaced");
    }

    /** Writes the folder, replacing an older one; leaves nothing behind if that fails. */
    void write(Filling filling) {
        try {
            // Left by a process that was killed.
            delete(temporary);
            restore();
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
    void restore() throws IOException {
        if (!Files.exists(replaced, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            delete(replaced);
        } else {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
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
    static void text(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
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
