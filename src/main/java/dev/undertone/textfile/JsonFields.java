package dev.undertone.textfile;

import dev.undertone.textfile.FieldRow.Broken;
import dev.undertone.textfile.FieldRow.Fields;
import dev.undertone.textfile.Lines.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object of strings a line; blank lines are no rows, a null is no value. */
final class JsonFields implements RowSource<FieldRow> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Lines lines;
    private final FieldNames names;

    JsonFields(Lines lines, FieldNames names) {
        this.lines = lines;
        this.names = names;
    }

    @Override
    public Optional<FieldRow> next() {
        return lines.nextText().map(this::row);
    }

    private FieldRow row(Line line) {
        try {
            JsonNode json = MAPPER.readTree(line.text());
            return json.isObject() ? row(line, json) : broken(line, "no JSON object");
        } catch (JacksonException e) {
            return broken(
                    line,
                    e.getLocation() == null
                            ? "broken JSON"
                            : "broken JSON near column " + e.getLocation().getColumnNr());
        }
    }

    private FieldRow row(Line line, JsonNode json) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            Optional<String> name = names.find(field.getKey());
            if (name.isEmpty()) {
                return broken(line, "a field that is not one of " + names.listed());
            }
            JsonNode value = field.getValue();
            if (!value.isString() && !value.isNull()) {
                return broken(line, "the field \"" + name.get() + "\" is not a string");
            }
            if (value.isString() && values.put(name.get(), value.stringValue()) != null) {
                return broken(line, "the field \"" + name.get() + "\" twice");
            }
        }
        if (!values.containsKey(FieldNames.TEXT)) {
            return broken(line, "the field \"text\" is missing");
        }
        return new Fields(line.number(), values);
    }

    private static Broken broken(Line line, String fact) {
        return new Broken(line.number(), fact + ", expected a JSON object such as {\"text\":\"…\"}", line.text());
    }
}
