package dev.undertone.modelstore.folder;

import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of one checkpoint, by name; nothing outside the folder can be reached through it. */
public final class CheckpointFolder {

    /** Far above any tokenizer, far below what would hurt the heap. */
    private static final long LARGEST_TEXT = 32L << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path path;
    private final Path realPath;

    /**
     * Looks at a folder.
     *
     * @throws CheckpointRefused if it is not there or not a folder
     */
    public CheckpointFolder(Path path) {
        if (!Files.isDirectory(path)) {
            throw new CheckpointRefused(path, Files.exists(path) ? "is not a folder" : "there is no such folder");
        }
        this.path = path;
        try {
            this.realPath = path.toRealPath();
        } catch (IOException e) {
            throw new CheckpointRefused(path, "cannot be read: " + e, e);
        }
    }

    /** Where the folder is. */
    public Path path() {
        return path;
    }

    /** Whether there is anything with this name. */
    public boolean has(String name) {
        return isPlainName(name) && Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The file with this name.
     *
     * @throws CheckpointRefused if the name or a symbolic link leads out of the folder, or there is no such file
     */
    public Path file(String name) {
        if (!isPlainName(name)) {
            throw new CheckpointRefused(path, "the name \"" + name + "\" leads out of the folder or is no file name");
        }
        Path file = path.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CheckpointRefused(file, "is missing");
        }
        try {
            if (!file.toRealPath().startsWith(realPath)) {
                throw new CheckpointRefused(file, "is a symbolic link that leads out of the folder");
            }
        } catch (IOException e) {
            throw new CheckpointRefused(file, "cannot be read: " + e, e);
        }
        if (!Files.isRegularFile(file)) {
            throw new CheckpointRefused(file, "is not a regular file");
        }
        return file;
    }

    /**
     * The text of a small file.
     *
     * @throws CheckpointRefused as {@link #file} does, and if it is over 32 MiB or not UTF-8
     */
    public String text(String name) {
        Path file = file(name);
        try {
            long size = Files.size(file);
            if (size > LARGEST_TEXT) {
                throw new CheckpointRefused(file, "has " + size + " bytes, at most " + LARGEST_TEXT + " are read");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new CheckpointRefused(file, "is not UTF-8", e);
        } catch (IOException e) {
            throw new CheckpointRefused(file, "cannot be read: " + e, e);
        }
    }

    /**
     * The JSON object in a small file.
     *
     * @throws CheckpointRefused as {@link #text} does, and if it is not a JSON object or repeats a key
     */
    public JsonNode json(String name) {
        return parse(path.resolve(name), text(name));
    }

    /**
     * The JSON object that a text is.
     *
     * @param file the name for messages
     * @throws CheckpointRefused if it is none or repeats a key
     */
    public static JsonNode parse(Path file, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new CheckpointRefused(file, "is not a JSON object");
            }
            return node;
        } catch (JacksonException e) {
            throw new CheckpointRefused(file, "is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether this is the name of a file, and not a path to another folder. */
    public static boolean isPlainName(String name) {
        return !name.isBlank()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c));
    }
}
