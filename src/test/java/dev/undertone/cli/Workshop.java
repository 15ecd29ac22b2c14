package dev.undertone.cli;

import dev.undertone.distilbert.TinyCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder with a model store and a data directory of its own, and the commands run in it.
 *
 * @param folder where everything lies
 */
record Workshop(Path folder) {

    private static final List<String> WORDS = List.of("sad", "happy", "loved", "angry", "afraid", "amazed");
    private static final List<String> LABELS = List.of("sadness", "joy", "love", "anger", "fear", "surprise");
    private static final List<String> AROUND = List.of("so", "very", "now and so", "today i am", "it");

    Path store() {
        return folder.resolve("store");
    }

    Path dataDirectory() {
        return folder.resolve("data");
    }

    /** Puts a tiny checkpoint into the store. */
    Workshop with(String checkpoint) {
        TinyCheckpoint.in(store().resolve(checkpoint));
        return this;
    }

    /** Puts a checkpoint of random weights into the store that tells that it was trained so. */
    Workshop draw(String name, long seed, String base, Map<String, String> options) {
        TinyCheckpoint.in(store().resolve(name), seed);
        Map<String, String> all = new LinkedHashMap<>(Map.of("seed", Long.toString(seed)));
        all.putAll(new TreeMap<>(options));
        RecipeFile recipe = new RecipeFile(base, all, Map.of(), "train --seed " + seed + " --output " + name);
        file("store/" + name + "/" + RecipeFile.NAME, recipe.json());
        return this;
    }

    /** Writes a file of lines. */
    Path file(String name, String... lines) {
        return write(folder.resolve(name), Stream.of(lines));
    }

    /** Writes a folder of texts that name an emotion among words that do not. */
    Path texts(int train) {
        Path texts = folder.resolve("texts");
        write(texts.resolve("train.txt"), rows(0, train));
        write(texts.resolve("validation.txt"), rows(3, 30));
        return texts;
    }

    private static Stream<String> rows(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> {
            String around = AROUND.get(i / 6 % AROUND.size());
            return "i feel " + around + " " + WORDS.get(i % 6) + ";" + LABELS.get(i % 6);
        });
    }

    private static Path write(Path file, Stream<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings that keep a command within this folder. */
    List<String> settings() {
        return List.of("--undertone.modelstore.path=" + store(), "--undertone.data-dir=" + dataDirectory());
    }

    /** Runs a command in this process. */
    Answer run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(settings());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Commands.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Answer(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }

    /** The same with more arguments behind those that all runs of a test share. */
    Answer run(List<String> first, String... more) {
        return run(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** Runs a command in this process that reads this instead of standard input. */
    Answer runReading(InputStream input, String... arguments) {
        InputStream before = System.in;
        System.setIn(input);
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    /**
     * What came of a command.
     *
     * @param exitCode what a shell sees
     * @param output lines of standard output
     * @param errors lines of standard error
     */
    record Answer(int exitCode, List<String> output, List<String> errors) {}
}
