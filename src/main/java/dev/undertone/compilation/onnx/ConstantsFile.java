package dev.undertone.compilation.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The large constants of a model, in a file of their own that the engine maps into memory instead of reading it: rows
 * of the vocabulary that no text uses are never loaded.
 */
final class ConstantsFile implements AutoCloseable {

    /** The engine maps whole pages only. */
    private static final int PAGE = 4096;

    private final FileChannel channel;
    private long end;

    ConstantsFile(Path file) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /** Appends bytes and tells where they begin. */
    long append(ByteBuffer bytes) {
        try {
            long start = (end + PAGE - 1) / PAGE * PAGE;
            channel.position(start);
            end = start + bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(true);
        }
    }
}
