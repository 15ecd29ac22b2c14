package dev.undertone.training.data;

import dev.undertone.emotion.Emotion;
import dev.undertone.textfile.RowLimits;
import dev.undertone.textfile.TextRow;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import dev.undertone.textfile.TextRows;
import dev.undertone.textfile.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads labelled texts from {@code text;label} lines, CSV, JSONL or GoEmotions' TSV, each also gzipped. */
public final class DatasetReader {

    /** How many bad rows are listed; the rest is counted. */
    static final int PROBLEMS_KEPT = 20;

    private static final String EXPECTED = ", expected " + Emotion.labels() + " or a number from 0 to 5";
    private static final int LABEL_SHOWN = 40;

    private final List<Example> examples = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private long problemCount;

    private DatasetReader() {}

    /**
     * Reads files into one data set and accepts no bad row.
     *
     * @param name what people call the data set
     * @throws UnusableData if a file is missing or any row cannot be used
     * @throws UnreadableFile if a file as a whole cannot be read
     */
    public static Dataset read(String name, List<Path> files) {
        return scan(name, files).strictly();
    }

    /**
     * Reads files to the end and keeps apart what can be used and what cannot.
     *
     * @throws UnusableData if a file is missing
     * @throws UnreadableFile if a file as a whole cannot be read
     */
    public static Reading scan(String name, List<Path> files) {
        DatasetReader reader = new DatasetReader();
        files.forEach(reader::add);
        return new Reading(name, reader.examples, reader.problems, reader.problemCount);
    }

    private void add(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UnusableData.because(
                    file + (Files.isDirectory(file) ? " is a folder, expected a file" : ": there is no such file"));
        }
        if (GoEmotions.isNamedSo(file)) {
            examples.addAll(GoEmotions.read(file).examples());
            return;
        }
        try (TextRows rows =
                TextRows.openLabelled(file.toString(), Files.newInputStream(file), RowLimits.forOwnFiles())) {
            rows.forEachRemaining(row -> add(file.toString(), row));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void add(String file, TextRow row) {
        if (row instanceof GoodRow good) {
            Optional<Emotion> emotion = good.label().flatMap(DatasetReader::emotion);
            if (emotion.isPresent()) {
                examples.add(new Example(good.text(), emotion.get()));
            } else {
                problem(
                        file,
                        good.line(),
                        good.label().map(DatasetReader::unknown).orElse("there is no label") + EXPECTED);
            }
        } else if (row instanceof BadRow bad) {
            problem(file, bad.line(), bad.reason());
        }
    }

    private void problem(String file, long line, String reason) {
        problemCount++;
        if (problems.size() < PROBLEMS_KEPT) {
            problems.add(new RowProblem(file, line, reason));
        }
    }

    private static String unknown(String label) {
        String oneLine = label.replaceAll("\\p{Cntrl}", "?");
        return "the label \"" + (oneLine.length() > LABEL_SHOWN ? oneLine.substring(0, LABEL_SHOWN) + "…" : oneLine)
                + "\" is not known";
    }

    private static Optional<Emotion> emotion(String label) {
        return label.matches("[0-9]{1,9}") ? Emotion.withId(Long.parseLong(label)) : Emotion.withLabel(label);
    }
}
