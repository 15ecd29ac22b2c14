package dev.undertone.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that grows line by line, by processes that may be killed over any of them.
 *
 * @param path of the file, which need not be there
 */
public record LinesFile(Path path) {

    /**
     * Adds one line. A line that an earlier process was killed over is ended first, so that it cannot swallow this one.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void append(String line) {
        String end = endsInsideALine() ? "\n" : "";
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, end + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /**
     * The lines, one that was cut short among them; none if there is no file. Bytes that are no UTF-8 are read as
     * replacement characters, as a kill may cut a line anywhere.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public List<String> read() {
        if (Files.notExists(path)) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private boolean endsInsideALine() {
        if (Files.notExists(path)) {
            return false;
        }
        try (var file = Files.newByteChannel(path)) {
            if (file.size() == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            file.position(file.size() - 1).read(last);
            return last.get(0) != '\n';
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
