package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a checkpoint taken together.
 *
 * @param bytes how much space they take
 * @param sha256 of the manifest, which holds the hash of every file; empty if there is no manifest
 * @param writtenAt when the newest of them was written here
 */
public record CheckpointFiles(long bytes, Optional<String> sha256, Instant writtenAt) {

    static CheckpointFiles of(CheckpointFolder folder) {
        try (Stream<Path> all = Files.list(folder.path())) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            long bytes = 0;
            Instant newest = Instant.EPOCH;
            for (Path file : files) {
                bytes += Files.size(file);
                Instant written = Files.getLastModifiedTime(file).toInstant();
                newest = written.isAfter(newest) ? written : newest;
            }
            Optional<String> digest =
                    folder.has(Manifest.FILE) ? Optional.of(sha256(folder.text(Manifest.FILE))) : Optional.empty();
            return new CheckpointFiles(bytes, digest, newest);
        } catch (IOException e) {
            throw new CheckpointRefused(folder.path(), "cannot be read: " + e, e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
