package dev.undertone.training.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The few parts of Markdown and YAML that a model card needs, with words of others kept words. */
final class Markdown {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Markdown() {}

    /** A table whose first column holds words and whose others hold figures. */
    static String table(List<String> head, List<List<String>> rows) {
        List<String> rules = new ArrayList<>(Collections.nCopies(head.size(), "---:"));
        rules.set(0, "---");
        StringBuilder table = new StringBuilder(row(head)).append(row(rules));
        rows.forEach(cells -> table.append(row(cells)));
        return table.toString();
    }

    /** A block of code, with a fence longer than any in the code. */
    static String code(String code) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + code.strip() + "\n" + fence + "\n";
    }

    /** A string in YAML, which reads JSON's spelling. */
    static String yaml(String value) {
        return MAPPER.writeValueAsString(value);
    }

    private static String row(List<String> cells) {
        List<String> written = cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                .toList();
        return "| " + String.join(" | ", written) + " |\n";
    }
}
