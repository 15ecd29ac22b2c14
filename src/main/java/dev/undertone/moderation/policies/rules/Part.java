package dev.undertone.moderation.policies.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a JSON document that knows where it stands, so that whatever is wrong with it can be found.
 *
 * @param json what stands there; null if nothing does
 * @param pointer where it stands
 */
record Part(@Nullable JsonNode json, String pointer) {

    Part field(String name) {
        return new Part(object().get(name), pointer + "/" + name);
    }

    /** Refuses whatever is no object or has other fields than these. */
    void allow(String... names) {
        for (String present : object().propertyNames()) {
            if (!List.of(names).contains(present)) {
                throw refused(
                        "there is no field \"" + shown(present) + "\" here; expected " + String.join(", ", names));
            }
        }
    }

    boolean has(String name) {
        return object().has(name);
    }

    boolean isThere() {
        return json != null && !json.isNull();
    }

    boolean isText() {
        return json != null && json.isString();
    }

    private JsonNode object() {
        if (json == null || !json.isObject()) {
            throw refused(json == null ? "this is missing, expected an object" : "expected an object");
        }
        return json;
    }

    String text() {
        if (json == null || !json.isString()) {
            throw refused(json == null ? "this is missing, expected a text" : "expected a text");
        }
        return json.stringValue();
    }

    double number() {
        if (json == null || !json.isNumber()) {
            throw refused(json == null ? "this is missing, expected a number" : "expected a number");
        }
        return json.doubleValue();
    }

    int integer() {
        if (json == null || !json.isIntegralNumber() || !json.canConvertToInt()) {
            throw refused("expected a whole number");
        }
        return json.intValue();
    }

    List<Part> elements() {
        if (json == null || !json.isArray()) {
            throw refused(json == null ? "this is missing, expected a list" : "expected a list");
        }
        List<Part> elements = new ArrayList<>();
        for (JsonNode element : json) {
            elements.add(new Part(element, pointer + "/" + elements.size()));
        }
        return elements;
    }

    /** What a word names, or a refusal that lists the words. */
    <T> T named(Function<String, Optional<T>> lookUp, String words) {
        String word = text();
        return lookUp.apply(word)
                .orElseThrow(() -> refused("\"" + shown(word) + "\" is unknown; expected one of " + words));
    }

    /** Makes something of this part; if it cannot be, this is the place that is wrong. */
    <T> T make(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw new PolicyRefused(pointer, wrong);
        }
    }

    PolicyRefused refused(String fact) {
        return new PolicyRefused(pointer, fact);
    }

    /** So much of what somebody sent that a message stays a line. */
    private static String shown(String sent) {
        String line = sent.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
