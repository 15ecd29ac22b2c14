package dev.undertone.modelstore.folder;

import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the files of a checkpoint were when it was written: {@code manifest.json}.
 *
 * @param files size and digest by file name, sorted
 */
public record Manifest(SortedMap<String, Entry> files) {

    /** The name of the file. */
    public static final String FILE = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the map. */
    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * One file.
     *
     * @param size in bytes
     * @param sha256 in lower-case hexadecimal
     */
    public record Entry(long size, String sha256) {}

    /**
     * Describes the files that a folder has now; hidden files and the manifest itself are left out.
     *
     * @throws CheckpointRefused if one cannot be read or is no regular file
     */
    public static Manifest of(CheckpointFolder folder) {
        SortedMap<String, Entry> files = new TreeMap<>();
        for (String name : namesIn(folder)) {
            files.put(name, entryOf(folder.file(name)));
        }
        return new Manifest(files);
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws CheckpointRefused if it is broken
     */
    public static Manifest read(CheckpointFolder folder) {
        Path file = folder.path().resolve(FILE);
        JsonNode root = folder.json(FILE);
        SortedMap<String, Entry> files = new TreeMap<>();
        for (JsonNode node : root.path("files")) {
            String name = node.path("name").stringValue("");
            Entry entry = new Entry(
                    node.path("size").longValue(-1), node.path("sha256").stringValue(""));
            if (name.isEmpty() || entry.size() < 0 || !entry.sha256().matches("[0-9a-f]{64}")) {
                throw new CheckpointRefused(file, "the entry " + node + " lacks name, size or sha256");
            }
            if (files.put(name, entry) != null) {
                throw new CheckpointRefused(file, "names " + name + " twice");
            }
        }
        if (files.isEmpty()) {
            throw new CheckpointRefused(file, "names no files");
        }
        return new Manifest(files);
    }

    /** The same for some of the files. */
    public Manifest only(Predicate<String> names) {
        SortedMap<String, Entry> some = new TreeMap<>(files);
        some.keySet().removeIf(names.negate());
        return new Manifest(some);
    }

    /** The SHA-256 of the whole, in lower-case hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(sha256().digest(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** The text of the file. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("files");
        files.forEach((name, entry) ->
                list.addObject().put("name", name).put("size", entry.size()).put("sha256", entry.sha256()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /**
     * Compares with what the folder has now.
     *
     * @throws CheckpointRefused naming the first file that is missing, changed or not in the manifest
     */
    public void requireUnchanged(CheckpointFolder folder) {
        files.forEach((name, expected) -> requireUnchanged(folder.file(name), expected));
        for (String name : namesIn(folder)) {
            if (!files.containsKey(name)) {
                throw new CheckpointRefused(folder.path().resolve(name), "is not in the manifest");
            }
        }
    }

    private static void requireUnchanged(Path file, Entry expected) {
        Entry found = entryOf(file);
        if (found.size() != expected.size()) {
            throw new CheckpointRefused(file, "has " + found.size() + " bytes, the manifest says " + expected.size());
        }
        if (!found.equals(expected)) {
            throw new CheckpointRefused(
                    file, "has the SHA-256 " + found.sha256() + ", the manifest says " + expected.sha256());
        }
    }

    private static List<String> namesIn(CheckpointFolder folder) {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(FILE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CheckpointRefused(folder.path(), "cannot be read: " + e, e);
        }
    }

    private static Entry entryOf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            byte[] chunk = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
            }
            return new Entry(size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new CheckpointRefused(file, "cannot be read: " + e, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
