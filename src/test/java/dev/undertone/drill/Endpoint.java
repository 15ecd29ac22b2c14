package dev.undertone.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An endpoint as the service describes it.
 *
 * @param method such as {@code POST}
 * @param path with names in braces
 * @param parameters names of query parameters
 * @param contentType of the body; empty if it takes none
 * @param body schema of the body, with references
 * @param schemas what the references mean
 */
record Endpoint(
        String method, String path, List<String> parameters, String contentType, JsonNode body, JsonNode schemas) {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** Reads them all from an OpenAPI description. */
    static List<Endpoint> of(JsonNode description) {
        List<Endpoint> endpoints = new ArrayList<>();
        JsonNode schemas = description.at("/components/schemas");
        description
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method ->
                                endpoints.add(of(method.getKey(), path.getKey(), method.getValue(), schemas))));
        return endpoints;
    }

    private static Endpoint of(String method, String path, JsonNode operation, JsonNode schemas) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.get("name").stringValue());
            }
        }
        JsonNode content = operation.at("/requestBody/content");
        String type = content.propertyStream()
                .findFirst()
                .map(java.util.Map.Entry::getKey)
                .orElse("");
        JsonNode schema = type.isEmpty() ? NOTHING : content.get(type).path("schema");
        return new Endpoint(method.toUpperCase(Locale.ROOT), path, List.copyOf(names), type, schema, schemas);
    }

    /** Follows a reference, if the schema is one. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
