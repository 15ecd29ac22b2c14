package dev.undertone.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values that are sometimes what an endpoint asks for and sometimes not at all, always the same for a seed. */
final class Nonsense {

    private static final int REMEMBERED = 200;
    private static final int DEEPEST = 6;

    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00\ud800",
            "\u202e\u0301\ufeff",
            "\ud83d\udca9",
            "'; drop table submission; --",
            "\" or 1=1 --",
            "%",
            "_%\\",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "#{1+1}",
            "<script>alert(1)</script>",
            "null",
            "NaN",
            "-1",
            "0",
            "1e999",
            "9223372036854775808",
            "99999999999999999999999999",
            "true",
            "[]",
            "{}",
            "\r\nX-Injected: yes",
            "\t",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2026-01-05T09:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "AAAA",
            "MQ",
            "MQoy",
            "x".repeat(300),
            "y".repeat(70_000));

    private static final List<String> PLAUSIBLE = List.of(
            "furious, all of them",
            "i am scared",
            "forum",
            "conduct",
            "care",
            "uncertain",
            "default",
            "priority",
            "oldest",
            "OPEN",
            "DECIDED",
            "APPROVED",
            "ESCALATED",
            "anger",
            "POLICY_WRONG",
            "somebody",
            "admin",
            "moderator",
            "read",
            "2026-01-06T09:00:00Z",
            "1",
            "2",
            "10");

    private final Random random;
    private final List<String> seen = new ArrayList<>();

    Nonsense(long seed) {
        this.random = new Random(seed);
    }

    /** Keeps what the service said, an id or a cursor, to send it back somewhere. */
    void remember(String value) {
        if (seen.size() < REMEMBERED) {
            seen.add(value);
        } else {
            seen.set(random.nextInt(REMEMBERED), value);
        }
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text that may mean something. */
    String word() {
        if (!seen.isEmpty() && chance(40)) {
            return oneOf(seen);
        }
        return chance(55) ? oneOf(PLAUSIBLE) : oneOf(STRANGE);
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A value for a schema, or for another one. */
    @Nullable
    Object value(Endpoint endpoint, JsonNode schema, int depth) {
        if (depth > DEEPEST || chance(8)) {
            return anything(depth);
        }
        JsonNode resolved = endpoint.resolved(schema);
        if (resolved.has("enum") && chance(80)) {
            List<JsonNode> names = resolved.get("enum").valueStream().toList();
            return oneOf(names).asString("");
        }
        return switch (type(resolved)) {
            case "object" -> object(endpoint, resolved, depth);
            case "array" -> list(endpoint, resolved, depth);
            case "integer" -> chance(70) ? random.nextInt(5) : random.nextLong();
            case "number" -> chance(70) ? random.nextDouble() : random.nextGaussian() * 1e300;
            case "boolean" -> random.nextBoolean();
            default -> word();
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String named = type.isArray() ? type.path(0).asString("") : type.asString("");
        return named.isEmpty() && schema.has("properties") ? "object" : named;
    }

    private Map<String, @Nullable Object> object(Endpoint endpoint, JsonNode schema, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        schema.path("properties").propertyStream().forEach(property -> {
            if (chance(85)) {
                object.put(property.getKey(), value(endpoint, property.getValue(), depth + 1));
            }
        });
        if (chance(4)) {
            object.put(word(), anything(depth + 1));
        }
        return object;
    }

    private List<@Nullable Object> list(Endpoint endpoint, JsonNode schema, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        int length = chance(2) ? 1100 : random.nextInt(4);
        for (int i = 0; i < length; i++) {
            list.add(length > 4 ? word() : value(endpoint, schema.path("items"), depth + 1));
        }
        return list;
    }

    private @Nullable Object anything(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> random.nextBoolean();
            case 3 -> depth > DEEPEST ? List.of() : List.of(word(), random.nextInt());
            case 4 -> Map.of(word(), word());
            case 5 -> random.nextDouble() * 1e308;
            default -> word();
        };
    }
}
