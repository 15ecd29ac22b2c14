package dev.undertone.cli;

import dev.undertone.classification.TextFault;
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

    private static final String STANDARD_INPUT = "standard input";

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
            return new Rows("text ", arguments().iterator(), () -> {}, false);
        }
        if (file == null) {
            TextRows rows = open(STANDARD_INPUT, System.in, Optional.of(format == null ? Format.TEXT : format));
            return new Rows(STANDARD_INPUT + " line ", rows, rows::close, Terminal.attached());
        }
        TextRows rows = open(file.toString(), stream(file), Optional.ofNullable(format));
        return new Rows(file + " line ", rows, rows::close, false);
    }

    private static TextRows open(String name, InputStream in, Optional<Format> format) {
        RowLimits limits = RowLimits.forOwnFiles();
        return format.map(known -> TextRows.open(name, in, limits, known.rows))
                .orElseGet(() -> TextRows.open(name, in, limits));
    }

    private static InputStream stream(Path file) {
        if (Files.isDirectory(file)) {
            String fact = file + " is a folder, expected a file";
            throw new UncheckedIOException(fact, new IOException(fact));
        }
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

        private final String place;
        private final Iterator<TextRow> rows;
        private final Runnable closing;
        private final boolean interactive;

        private Rows(String place, Iterator<TextRow> rows, Runnable closing, boolean interactive) {
            this.place = place;
            this.rows = rows;
            this.closing = closing;
            this.interactive = interactive;
        }

        boolean interactive() {
            return interactive;
        }

        /** Where a bad row stands, and why it is bad. */
        String fact(BadRow bad) {
            return place + bad.line() + ": " + bad.reason();
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public TextRow next() {
            TextRow row = rows.next();
            return row instanceof GoodRow good && TextFault.in(good.text()).isPresent()
                    ? new BadRow(good.line(), "the text has no readable character")
                    : row;
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
