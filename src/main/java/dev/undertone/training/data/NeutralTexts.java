package dev.undertone.training.data;

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
import java.util.Objects;

/** Reads texts without emotion. */
public final class NeutralTexts {

    private NeutralTexts() {}

    /**
     * Reads files: of GoEmotions the posts whose only label is neutral, of any other every line that is not blank.
     *
     * @throws UnusableData if a file is missing or has none
     */
    public static List<String> read(List<Path> files) {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            List<String> some = read(file);
            if (some.isEmpty()) {
                throw UnusableData.because(file + " has no neutral text");
            }
            texts.addAll(some);
        }
        return List.copyOf(texts);
    }

    /**
     * The sentences that come with the product: weather, timetables, facts, instructions, questions about products.
     * They are kept for evaluation: nothing may be fitted on them.
     */
    public static List<String> own() {
        try (InputStream bytes = NeutralTexts.class.getResourceAsStream("/evaluation/neutral.txt");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("evaluation/neutral.txt cannot be read", e);
        }
    }

    private static List<String> read(Path file) {
        if (GoEmotions.isNamedSo(file)) {
            return GoEmotions.read(file).neutral();
        }
        if (!Files.isRegularFile(file)) {
            throw UnusableData.because(file + ": there is no such file");
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
