package dev.undertone.textfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small files in memory for the tests of this package. */
final class Files {

    static final RowLimits ROOMY = RowLimits.forOwnFiles();

    private Files() {}

    static InputStream text(String content) {
        return bytes(content.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream bytes(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static List<TextRow> all(TextRows rows) {
        List<TextRow> all = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
