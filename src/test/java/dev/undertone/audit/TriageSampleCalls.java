package dev.undertone.audit;

import dev.undertone.account.login.Identity;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A successful call of every form of the page on which many items are decided at once. */
final class TriageSampleCalls {

    private TriageSampleCalls() {}

    static void make(RecordedApi api, Identity.OfPerson person) {
        api.post("/api/v1/submissions", "{\"channel\":\"forum\",\"text\":\"I am furious about many\"}");
        UUID item = UUID.fromString(
                first(api, "/api/v1/reviewables?status=OPEN&limit=1").get("id").stringValue());
        byte[] id = ByteBuffer.allocate(16)
                .putLong(item.getMostSignificantBits())
                .putLong(item.getLeastSignificantBits())
                .array();
        String items = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        api.form(person, "/triage/decide", "items", items, "outcome", "IGNORED");
        String bulk = first(api, "/api/v1/decisions?outcome=IGNORED&standing=true")
                .get("bulk")
                .stringValue();
        api.form(person, "/triage/undo/" + bulk);
    }

    private static JsonNode first(RecordedApi api, String uri) {
        return api.call(HttpMethod.GET, uri, "").get("items").get(0);
    }
}
