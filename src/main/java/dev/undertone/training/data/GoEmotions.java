package dev.undertone.training.data;

import dev.undertone.emotion.Emotion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Posts of real people (GoEmotions: Demszky et al. 2020, arXiv 2005.00547), as far as their labels are ours.
 *
 * <p>A file has lines of text, label numbers and comment id with tabs between; the numbers are lines of
 * {@code labels.txt} beside it, from 0. Posts with several labels are left out, and so are labels that none of our six
 * stands for.
 *
 * @param examples posts with one label that is ours
 * @param neutral posts whose one label is neutral
 * @param posts all of them, whatever their labels
 */
public record GoEmotions(List<Example> examples, List<String> neutral, List<String> posts) {

    private static final Map<String, Emotion> OURS = Map.ofEntries(
            Map.entry("anger", Emotion.ANGER),
            Map.entry("annoyance", Emotion.ANGER),
            Map.entry("fear", Emotion.FEAR),
            Map.entry("nervousness", Emotion.FEAR),
            Map.entry("joy", Emotion.JOY),
            Map.entry("amusement", Emotion.JOY),
            Map.entry("excitement", Emotion.JOY),
            Map.entry("love", Emotion.LOVE),
            Map.entry("sadness", Emotion.SADNESS),
            Map.entry("grief", Emotion.SADNESS),
            Map.entry("disappointment", Emotion.SADNESS),
            Map.entry("remorse", Emotion.SADNESS),
            Map.entry("surprise", Emotion.SURPRISE));

    private static final String NEUTRAL = "neutral";

    /** Copies the lists. */
    public GoEmotions {
        examples = List.copyOf(examples);
        neutral = List.copyOf(neutral);
        posts = List.copyOf(posts);
    }

    /** Whether a file is one of these, by its name. */
    public static boolean isNamedSo(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".tsv") || name.endsWith(".tsv.gz");
    }

    /**
     * Reads a file.
     *
     * @throws UnusableData if the file or {@code labels.txt} beside it is missing, or a line is not as it should be
     */
    public static GoEmotions read(Path file) {
        List<String> names = lines(file.resolveSibling("labels.txt"));
        List<Example> examples = new ArrayList<>();
        List<String> neutral = new ArrayList<>();
        List<String> posts = new ArrayList<>();
        long number = 0;
        for (String line : lines(file)) {
            number++;
            String[] fields = line.split("\t", -1);
            if (fields.length < 2 || fields[0].isBlank() || !fields[1].matches("\\d{1,3}(,\\d{1,3})*")) {
                throw UnusableData.rows(
                        List.of(new RowProblem(
                                file.toString(), number, "expected text, label numbers and id with tabs between")),
                        1);
            }
            String label = fields[1].contains(",") ? "" : name(names, Integer.parseInt(fields[1]), file, number);
            posts.add(fields[0]);
            if (label.equals(NEUTRAL)) {
                neutral.add(fields[0]);
            } else if (OURS.containsKey(label)) {
                examples.add(new Example(fields[0], OURS.get(label)));
            }
        }
        return new GoEmotions(examples, neutral, posts);
    }

    private static String name(List<String> names, int label, Path file, long line) {
        if (label >= names.size()) {
            throw UnusableData.rows(
                    List.of(new RowProblem(
                            file.toString(),
                            line,
                            "label " + label + ", but labels.txt beside it names 0 to " + (names.size() - 1))),
                    1);
        }
        return names.get(label);
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UnusableData.because(file + ": there is no such file");
        }
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException | UncheckedIOException e) {
            throw UnusableData.because(file + " cannot be read: " + e.getMessage());
        }
    }
}
