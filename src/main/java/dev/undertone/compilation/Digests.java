package dev.undertone.compilation;

import dev.undertone.compilation.onnx.GraphWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What the files of a compiled network were when they were written. */
final class Digests {

    private static final String FILE = "sha256";

    private Digests() {}

    /** Whether the files are there and as they were written. */
    static boolean hold(Path folder) throws IOException {
        try {
            return Files.readAllLines(folder.resolve(FILE)).equals(of(folder));
        } catch (NoSuchFileException missing) {
            return false;
        } catch (java.nio.charset.CharacterCodingException damaged) {
            return false;
        }
    }

    static void write(Path folder) throws IOException {
        Files.write(folder.resolve(FILE), of(folder));
    }

    private static List<String> of(Path folder) throws IOException {
        return List.of(
                line(folder, GraphWriter.MODEL), line(folder, GraphWriter.CONSTANTS), line(folder, GraphWriter.NAMED));
    }

    private static String line(Path folder, String name) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()) + "  " + name;
    }
}
