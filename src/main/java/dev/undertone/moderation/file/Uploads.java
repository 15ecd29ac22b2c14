package dev.undertone.moderation.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** The folder of the files that have been handed in and are not done yet. */
final class Uploads {

    private static final String NAME_OF_FOLDER = "folder.id";
    private static final String COMPLETE = ".upload";
    private static final String PARTIAL = ".part";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final UUID id;

    Uploads(Path folder) {
        this.folder = folder;
        this.id = identify(folder);
    }

    /** Tells this folder from those of other instances on the same database. */
    UUID id() {
        return id;
    }

    /**
     * Writes a file to the disk, wholly or not at all.
     *
     * @throws FileRefused.TooLarge as soon as there is more than allowed
     */
    Stored store(FileJobId job, int edition, InputStream body, DataSize most) throws IOException {
        Path part = folder.resolve(job + "-" + edition + PARTIAL);
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Stored stored = copy(body, Channels.newOutputStream(out), most);
            out.force(true);
            Files.move(part, path(job, edition), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            return stored;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a file that need not be kept.
     *
     * @throws FileRefused.TooLarge as soon as there is more than allowed
     */
    static Stored measure(InputStream body, DataSize most) throws IOException {
        return copy(body, OutputStream.nullOutputStream(), most);
    }

    private static Stored copy(InputStream body, OutputStream out, DataSize most) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
            if (bytes > most.toBytes()) {
                throw new FileRefused.TooLarge(most);
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return new Stored(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * The first edition behind one that nobody has, which is now the caller's alone to write and to delete. An empty
     * file stands for it until it is written.
     */
    int claim(FileJobId job, int behind) {
        for (int edition = behind + 1; ; edition++) {
            try {
                Files.createFile(path(job, edition));
                return edition;
            } catch (FileAlreadyExistsException taken) {
                // by somebody who rewrites the same file, or who was stopped while doing so
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes an edition of a file that was received before, wholly or not at all. */
    void rewrite(FileJobId job, int edition, Writing writing) throws IOException {
        Path part = folder.resolve(job + "-" + edition + PARTIAL);
        try (FileChannel file = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER)) {
            writing.to(out);
            out.flush();
            file.force(true);
            Files.move(part, path(job, edition), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    InputStream open(FileJobId job, int edition) {
        try {
            return Files.newInputStream(path(job, edition));
        } catch (NoSuchFileException lost) {
            throw new FileRefused.NotAcceptable("the uploaded file is no longer in the folder of uploads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(FileJobId job, int edition) {
        try {
            Files.deleteIfExists(path(job, edition));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what was last written before the given moment and that no job needs. */
    int deleteStrays(Instant before, java.util.Set<String> needed) {
        try (Stream<Path> files = Files.list(folder)) {
            int deleted = 0;
            for (Path file : List.copyOf(files.toList())) {
                String name = String.valueOf(file.getFileName());
                boolean ours = name.endsWith(COMPLETE) || name.endsWith(PARTIAL);
                if (ours
                        && !needed.contains(name)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                    deleted++;
                }
            }
            return deleted;
        } catch (NoSuchFileException goneMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(FileJobId job, int edition) {
        return job + "-" + edition + COMPLETE;
    }

    private Path path(FileJobId job, int edition) {
        return folder.resolve(name(job, edition));
    }

    /** Without this the name of a file can be lost when the power fails, though its bytes are not. */
    private void forceFolder() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (AccessDeniedException refused) {
            // Windows opens no folder, and keeps a journal of names by itself; elsewhere the names may be lost.
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                throw refused;
            }
        }
    }

    private static UUID identify(Path folder) {
        Path file = folder.resolve(NAME_OF_FOLDER);
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException named) {
                // by an earlier start
            }
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    folder + ": cannot be used for uploads (setting undertone.data-dir): " + e.getMessage(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A file as it lies on the disk.
     *
     * @param bytes its length
     * @param digest its SHA-256 in hexadecimal digits
     */
    record Stored(long bytes, String digest) {}

    /** Writes what is to be in a file. */
    @FunctionalInterface
    interface Writing {

        void to(OutputStream out) throws IOException;
    }
}
