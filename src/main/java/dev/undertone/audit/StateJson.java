package dev.undertone.audit;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A state as one text: an object of strings without white space, names in order, everything beyond ASCII escaped. */
final class StateJson {

    // Not the mapper of the service, whose settings may change; ASCII, because databases differ in what else they keep.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String UNREADABLE = "unreadable";

    private static final TypeReference<Map<String, String>> STATE = new TypeReference<>() {};

    private StateJson() {}

    /** Writes a sorted map. */
    static String write(Map<String, String> state) {
        return MAPPER.writeValueAsString(state);
    }

    /** Reads a state; what somebody has made unreadable is shown as it stands. */
    static Map<String, String> read(String json) {
        try {
            Map<String, String> state = MAPPER.readValue(json, STATE);
            return state == null || state.containsValue(null) ? Map.of(UNREADABLE, json) : state;
        } catch (JacksonException tampered) {
            return Map.of(UNREADABLE, json);
        }
    }
}
