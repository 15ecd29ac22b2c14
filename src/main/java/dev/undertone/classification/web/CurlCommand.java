package dev.undertone.classification.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Writes the command line that asks the endpoint for what the page shows. */
@Component
class CurlCommand {

    private final JsonMapper json;

    CurlCommand(JsonMapper json) {
        this.json = json;
    }

    String classify(String text, boolean explain) {
        String uri = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/classify")
                .toUriString();
        return "curl -s " + quoted(explain ? uri + "?explain=true" : uri)
                + " \\\n  -H 'Content-Type: application/json' \\\n  -d " + quoted(body(text));
    }

    /** Half a character cannot be written in UTF-8; it becomes the character that stands for unreadable ones. */
    private String body(String text) {
        int[] whole = text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .toArray();
        return json.writeValueAsString(Map.of("text", new String(whole, 0, whole.length)));
    }

    /** In single quotes a shell takes everything as it stands except the single quote. */
    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
