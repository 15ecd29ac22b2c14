package dev.undertone.audit;

import dev.undertone.account.login.Identity;
import java.util.Map;
import java.util.TreeMap;

/** A successful call of every mutating endpoint, in an order in which one makes what the next needs. */
final class SampleCalls {

    private SampleCalls() {}

    /** The mutating endpoints that change nothing that is kept, each with the reason. */
    static Map<String, String> unchanging() {
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("POST /api/v1/classify", "answers and keeps nothing");
        reasons.put("POST /", "the demo page: answers and keeps nothing");
        for (String form : new String[] {"/batch", "/batch/{id}/cancel", "/batch/{id}/forget"}) {
            reasons.put("POST " + form, "a demo batch lives in memory and belongs to nobody");
        }
        for (String own : new String[] {"wellbeing", "exposure", "break/later"}) {
            reasons.put(
                    "POST /you/" + own,
                    "one's own wellbeing: others read the trail, and it forgets nothing; see wellbeing.Choices");
        }
        reasons.put("POST /login", "begins a session in memory; the account stays as it is");
        reasons.put("POST /logout", "ends a session in memory");
        String checkpoints = "POST /api/v1/admin/checkpoints";
        for (String change : new String[] {checkpoints, checkpoints + "/rollback"}) {
            reasons.put(change, "there are no checkpoints here; CheckpointsEndpointTests checks the entries");
        }
        return reasons;
    }

    /** Calls them all. Whoever adds an endpoint adds a call here. */
    static void make(RecordedApi api, Identity.OfPerson admin) {
        people(api);
        keys(api);
        settings(api);
        SubmissionSampleCalls.make(api);
        PolicySampleCalls.make(api);
        ReviewSampleCalls.make(api);
        TriageSampleCalls.make(api, admin);
    }

    private static void people(RecordedApi api) {
        String users = "/api/v1/admin/users";
        String id = api.post(users, "{\"name\":\"Anna\",\"role\":\"viewer\"}")
                .get("id")
                .stringValue();
        api.post(users + "/" + id + "/role", "{\"role\":\"lead\"}");
        api.post(users + "/" + id + "/password", "{}");
        api.post(users + "/" + id + "/disable", "");
        api.post(users + "/" + id + "/enable", "");
    }

    private static void keys(RecordedApi api) {
        String keys = "/api/v1/admin/api-keys";
        String id = api.post(keys, "{\"name\":\"forum\",\"scopes\":[\"submit\"]}")
                .get("id")
                .stringValue();
        api.post(keys + "/" + id + "/revoke", "");
    }

    private static void settings(RecordedApi api) {
        String settings = "/api/v1/admin/settings";
        String name = "\"name\":\"undertone.classification.retry-after\"";
        api.post(settings, "{" + name + ",\"value\":\"7s\"}");
        api.post(settings, "{" + name + ",\"value\":null}");
    }
}
