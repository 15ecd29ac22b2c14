package dev.undertone.cli;

import dev.undertone.textfile.RowLimits;
import dev.undertone.textfile.TextFormat;
import dev.undertone.textfile.TextRow;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import dev.undertone.textfile.TextRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a command's texts come from: arguments, a file or standard input. */
final class TextInput {

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "Texts; without any, a file or standard input.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "F",
            description = "A file of texts: lines, CSV or JSONL, each also gzipped.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "text|jsonl",
            description = "The format of the file or standard input, when it is not to be told by name and content.")
    private @Nullable Format format;

    /** The formats that can be asked for. */
    enum Format {
        TEXT(TextFormat.LINES),
        JSONL(TextFormat.JSONL);

        private final TextFormat rows;

        Format(TextFormat rows) {
            this.rows = rows;
        }
    }

    /** Opens the texts. */
    Rows open() {
        if (!texts.isEmpty() && file != null) {
            throw new OneLineErrors.WrongUsage("texts as arguments and --file " + file + ": give one of them");
        }
        if (!texts.isEmpty()) {
            return new Rows(arguments().iterator(), () -> {}, false);
        }
        TextRows rows = file == null
                ? open(
                        "standard input",
                        System.in,
                        Optional.of(Optional.ofNullable(format).orElse(Format.TEXT)))
                : open(file.toString(), stream(file), Optional.ofNullable(format));
        return new Rows(rows, rows::close, file == null && Terminal.attached());
    }

    private static TextRows open(String name, InputStream in, Optional<Format> format) {
        RowLimits limits = RowLimits.forOwnFiles();
        return format.map(known -> TextRows.open(name, in, limits, known.rows))
                .orElseGet(() -> TextRows.open(name, in, limits));
    }

    private static InputStream stream(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<TextRow> arguments() {
        List<TextRow> rows = new ArrayList<>();
        for (String text : texts) {
            long number = rows.size() + 1L;
            if (text.isBlank()) {
                rows.add(new BadRow(number, "the text is blank"));
            } else if (text.length() > RowLimits.TEXT_LENGTH) {
                rows.add(new BadRow(
                        number,
                        String.format(
                                Locale.ROOT,
                                "the text has %d characters, expected at most %d",
                                text.length(),
                                RowLimits.TEXT_LENGTH)));
            } else {
                rows.add(new GoodRow(number, text, Optional.empty()));
            }
        }
        return rows;
    }

    /** The rows, and whether a person is typing them. */
    static final class Rows implements Iterator<TextRow>, AutoCloseable {

        private final Iterator<TextRow> rows;
        private final Runnable closing;
        private final boolean interactive;

        private Rows(Iterator<TextRow> rows, Runnable closing, boolean interactive) {
            this.rows = rows;
            this.closing = closing;
            this.interactive = interactive;
        }

        boolean interactive() {
            return interactive;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public TextRow next() {
            return rows.next();
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
