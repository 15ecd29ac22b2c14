package dev.undertone.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much a directory holds.
 *
 * @param directory where it is, in full
 * @param used bytes of the files in it
 * @param free bytes that could still be written there
 */
public record DataUse(Path directory, long used, long free) {

    /** Looks at a directory; one that is not there yet holds nothing. */
    static DataUse of(Path directory) {
        Path full = directory.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.exists(full) ? Files.walk(full) : Stream.empty()) {
            long used = files.mapToLong(DataUse::size).sum();
            return new DataUse(full, used, full.toFile().getUsableSpace());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException gone) {
            // Uploads come and go.
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
