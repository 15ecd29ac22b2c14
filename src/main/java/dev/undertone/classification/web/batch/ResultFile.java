package dev.undertone.classification.web.batch;

import dev.undertone.classification.ClassificationBody;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.textfile.CsvCells;
import dev.undertone.textfile.TextRow.BadRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the rows of a batch as a file to take away. */
enum ResultFile {
    CSV("result.csv", "text/csv") {
        @Override
        void write(BatchJob.Snapshot job, Writer out, JsonMapper json) {
            try (CsvCells cells = new CsvCells(out)) {
                cells.row(Stream.of(
                                Stream.of("line", "text", "emotion", "probability"),
                                Emotion.inOrder().stream().map(Emotion::label),
                                Stream.of("sentiment", "tokens", "notices"))
                        .flatMap(part -> part)
                        .toList());
                job.scored().forEach(row -> cells.row(cells(row)));
            }
        }
    },
    JSONL("result.jsonl", "application/jsonl") {
        @Override
        void write(BatchJob.Snapshot job, Writer out, JsonMapper json) {
            job.scored().forEach(row -> writeLine(out, json.writeValueAsString(object(row, json))));
        }
    },
    BAD_ROWS("bad-rows.csv", "text/csv") {
        @Override
        void write(BatchJob.Snapshot job, Writer out, JsonMapper json) {
            try (CsvCells cells = new CsvCells(out)) {
                cells.row(List.of("line", "reason"));
                for (BadRow row : job.bad()) {
                    cells.row(List.of(Long.toString(row.line()), row.reason()));
                }
            }
        }
    };

    private final String fileName;
    private final String contentType;

    ResultFile(String fileName, String contentType) {
        this.fileName = fileName;
        this.contentType = contentType;
    }

    String fileName() {
        return fileName;
    }

    String contentType() {
        return contentType;
    }

    abstract void write(BatchJob.Snapshot job, Writer out, JsonMapper json);

    private static List<String> cells(BatchRow row) {
        ClassificationBody body = ClassificationBody.withoutWords(row.classification());
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(row.line()));
        cells.add(row.text());
        cells.add(body.emotion());
        cells.add(Double.toString(body.probability()));
        body.scores().values().forEach(score -> cells.add(Double.toString(score)));
        cells.add(body.sentiment());
        cells.add(Integer.toString(body.tokens()));
        cells.add(body.notices().stream().map(Notice::name).collect(Collectors.joining(" ")));
        return cells;
    }

    /** An element of the endpoint's results, and in front of it the line and the text it is for. */
    private static ObjectNode object(BatchRow row, JsonMapper json) {
        ObjectNode object = json.createObjectNode().put("line", row.line()).put("text", row.text());
        ObjectNode body = json.valueToTree(ClassificationBody.withoutWords(row.classification()));
        return object.setAll(body);
    }

    private static void writeLine(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
