package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of the texts that a checkpoint was trained on: {@code lexicon.txt}. Its first line says which texts, each
 * other line has a word and how often it stands in them, the most frequent first.
 *
 * @param source which texts, for people; one line
 * @param counts how often each word stands there; words are of four letters or more, in lower case
 */
public record Lexicon(String source, Map<String, Integer> counts) {

    /** The name of the file. */
    public static final String FILE = "lexicon.txt";

    private static final String LETTERS = "[a-z]{4,20}";

    /** No part of a longer thing, such as an address, a number or "couldn't". */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}_@#/.'’-])" + LETTERS + "(?![\\p{L}\\p{N}_@/'’-])");

    private static final Pattern LINE = Pattern.compile("(" + LETTERS + ") ([1-9]\\d{0,8})");

    /** Copies the counts. */
    public Lexicon {
        if (source.lines().count() != 1) {
            throw new IllegalArgumentException("the source is not one line");
        }
        counts = Map.copyOf(counts);
    }

    /** Counts the words of texts, in upper or lower case. */
    public static Lexicon of(String source, Iterable<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (words.find()) {
                counts.merge(words.group(), 1, Integer::sum);
            }
        }
        return new Lexicon(source, counts);
    }

    /** The text of the file; the same words always give the same text. */
    public String text() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n", "# " + source + "\n", "\n"));
    }

    /**
     * Reads the file of a checkpoint.
     *
     * @throws CheckpointRefused if it is not as it should be
     */
    static Lexicon read(CheckpointFolder folder) {
        Path file = folder.path().resolve(FILE);
        List<String> lines = folder.text(FILE).lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
            throw new CheckpointRefused(file, "is no lexicon: line 1 does not begin with \"# \"");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                throw new CheckpointRefused(
                        file, "is no lexicon: line " + (i + 1) + ", expected four letters or more and a number");
            }
            counts.put(line.group(1), Integer.parseInt(line.group(2)));
        }
        return new Lexicon(lines.get(0).substring(2), counts);
    }
}
