package dev.undertone.audit;

import tools.jackson.databind.JsonNode;

/** A successful call of every endpoint that works on held submissions. */
final class ReviewSampleCalls {

    private static final String ITEMS = "/api/v1/reviewables";

    private ReviewSampleCalls() {}

    static void make(RecordedApi api) {
        api.post("/api/v1/submissions", "{\"channel\":\"forum\",\"text\":\"I am furious\"}");
        leases(api);
        decisions(api);
    }

    /** Leaves the item with nobody. */
    private static void leases(RecordedApi api) {
        JsonNode item = next(api);
        String at = at(item);
        api.post(at + "/renew", token(item));
        api.post(at + "/release", token(item));
        item = api.post(at + "/claim", "");
        item = api.post(at + "/hold", token(item));
        api.post(at + "/unhold", token(item));
        api.post(at + "/notes", "{\"text\":\"ask lea\"}");
    }

    /** Decides and undoes the item alone and then as one of many. */
    private static void decisions(RecordedApi api) {
        JsonNode item = next(api);
        String decided = api.post(
                        at(item) + "/decision",
                        "{\"outcome\":\"APPROVED\",\"version\":" + item.get("version") + ",\"token\":"
                                + leaseToken(item) + "}")
                .get("id")
                .stringValue();
        undo(api, decided);
        String bulk = api.post(ITEMS + "/decisions", "{\"ids\":[" + item.get("id") + "],\"outcome\":\"REJECTED\"}")
                .get("id")
                .stringValue();
        undo(api, bulk);
    }

    private static void undo(RecordedApi api, String decision) {
        api.post("/api/v1/decisions/" + decision + "/undo", "");
    }

    private static JsonNode next(RecordedApi api) {
        return api.post(ITEMS + "/next", "{\"queue\":\"conduct\"}");
    }

    private static String at(JsonNode item) {
        return ITEMS + "/" + item.get("id").stringValue();
    }

    private static String token(JsonNode item) {
        return "{\"token\":" + leaseToken(item) + "}";
    }

    private static long leaseToken(JsonNode item) {
        return item.get("lease").get("token").longValue();
    }
}
