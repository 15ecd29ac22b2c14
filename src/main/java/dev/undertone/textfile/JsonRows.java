package dev.undertone.textfile;

import dev.undertone.textfile.Lines.Line;
import dev.undertone.textfile.TextRow.BadRow;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line; blank lines are no rows, other fields are let pass. */
final class JsonRows implements RowSource<TextRow> {

    private static final String EXPECTED = "expected a JSON object such as {\"text\":\"…\"}";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Lines lines;
    private final RowCheck check;

    JsonRows(Lines lines, RowCheck check) {
        this.lines = lines;
        this.check = check;
    }

    @Override
    public Optional<TextRow> next() {
        return lines.nextText().map(this::row);
    }

    /** Whether a line is a JSON object with a text, which no other format's line is by chance. */
    static boolean isRow(String line) {
        try {
            return line.strip().startsWith("{") && MAPPER.readTree(line).has("text");
        } catch (JacksonException e) {
            return false;
        }
    }

    private TextRow row(Line line) {
        try {
            return row(line.number(), MAPPER.readTree(line.text()));
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " near column " + e.getLocation().getColumnNr();
            return new BadRow(line.number(), "broken JSON" + where + ", " + EXPECTED);
        }
    }

    private TextRow row(long line, JsonNode json) {
        if (!json.isObject()) {
            return new BadRow(line, EXPECTED);
        }
        JsonNode text = json.path("text");
        if (!text.isString()) {
            return new BadRow(
                    line,
                    "the field \"text\" is " + (text.isMissingNode() ? "missing" : "not a string") + ", " + EXPECTED);
        }
        JsonNode label = json.path("label");
        if (label.isMissingNode() || label.isNull()) {
            return check.row(line, text.stringValue(), Optional.empty());
        }
        if (label.isString()) {
            return check.row(line, text.stringValue(), Optional.of(label.stringValue()));
        }
        if (label.isIntegralNumber()) {
            return check.row(line, text.stringValue(), Optional.of(label.asString()));
        }
        return new BadRow(line, "the field \"label\" is neither a name nor a whole number");
    }
}
