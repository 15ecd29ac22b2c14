package dev.undertone.modelstore.bertbase;

import dev.undertone.modelstore.CheckpointRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip of a SavedModel, or the jar around it, unpacked into a temporary folder that goes when this is closed. */
final class BertArchive implements AutoCloseable {

    /** The files that are wanted, and what each may have at most. */
    private static final Map<String, Long> WANTED = Map.of(
            "assets/vocab.txt", 16L << 20,
            "variables/variables.index", 16L << 20,
            "variables/variables.data-00000-of-00001", 4L << 30);

    private final Path folder;

    private BertArchive(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the wanted files.
     *
     * @throws CheckpointRefused if the archive cannot be read or lacks one of them
     */
    static BertArchive unpack(Path archive) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
            BertArchive unpacked = new BertArchive(Files.createTempDirectory("bert-base"));
            try {
                unpacked.take(archive, new ZipInputStream(in), true);
                unpacked.requireAll(archive);
                return unpacked;
            } catch (IOException | CheckpointRefused e) {
                unpacked.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointRefused(archive, "cannot be read as a BERT-base archive: " + e, e);
        }
    }

    Path vocabulary() {
        return folder.resolve("vocab.txt");
    }

    Path index() {
        return folder.resolve("variables.index");
    }

    Path data() {
        return folder.resolve("variables.data-00000-of-00001");
    }

    private void take(Path archive, ZipInputStream zip, boolean lookInside) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Long limit = WANTED.get(entry.getName());
            if (limit != null) {
                copy(archive, zip, entry.getName(), limit);
            } else if (lookInside && !entry.isDirectory()) {
                // The jar holds the zip under a name without a suffix; an entry that is no zip simply has no entries.
                take(archive, new ZipInputStream(zip), false);
            }
        }
    }

    private void copy(Path archive, InputStream in, String entry, long limit) throws IOException {
        Path target = folder.resolve(entry.substring(entry.indexOf('/') + 1));
        byte[] chunk = new byte[1 << 16];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                written += read;
                if (written > limit) {
                    throw new CheckpointRefused(archive, entry + " in it is larger than " + limit + " bytes");
                }
                out.write(chunk, 0, read);
            }
        }
    }

    private void requireAll(Path archive) {
        for (Path file : new Path[] {vocabulary(), index(), data()}) {
            if (!Files.exists(file)) {
                throw new CheckpointRefused(archive, "is no BERT-base archive: it lacks " + file.getFileName());
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(vocabulary());
            Files.deleteIfExists(index());
            Files.deleteIfExists(data());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new CheckpointRefused(folder, "the unpacked archive cannot be deleted: " + e, e);
        }
    }
}
