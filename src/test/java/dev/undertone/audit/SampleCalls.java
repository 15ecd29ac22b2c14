package dev.undertone.audit;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
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
        reasons.put("POST /login", "a form that keys cannot send; LoginTrailTests checks its entries");
        reasons.put("POST /logout", "a form that keys cannot send; LoginTrailTests checks its entry");
        reasons.put("POST /setup", "gone once there is somebody; SetupPageTests checks the entry");
        reasons.put("POST /policies/{id}/edit", "moves rules about in a form that nobody has stored yet");
        reasons.put("POST /policies/{id}/try", "counts what rules would do that nobody has stored yet");
        for (String change : new String[] {"/models/{id}/activate", "/models/rollback"}) {
            reasons.put("POST " + change, "there are no checkpoints here; CheckpointsEndpointTests checks the entries");
        }
        for (String own : new String[] {"wellbeing", "exposure", "break/later"}) {
            reasons.put(
                    "POST /you/" + own,
                    "one's own wellbeing: others read the trail, and it forgets nothing; see wellbeing.Choices");
        }
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
        QueueSampleCalls.make(api, admin);
        PolicySampleCalls.makeOnPages(api, admin);
        ReviewSampleCalls.make(api);
        TriageSampleCalls.make(api, admin);
    }

    /** The forms of the pages on which an administrator works. */
    static void makeAsAPerson(RecordedApi api, People people) {
        people.create("Root", Role.ADMIN, "nine owls on a lake", Actor.service());
        Identity.OfPerson root = identity(people, "Root");
        api.form(root, "/admin/people", "name", "Ben", "role", "viewer");
        String ben = "/admin/people/" + people.named("Ben").orElseThrow().id();
        api.form(root, ben + "/role", "role", "lead");
        api.form(root, ben + "/password");
        api.form(root, ben + "/disable");
        api.form(root, ben + "/enable");
        api.form(root, "/admin/settings", "name", "undertone.classification.retry-after", "value", "8s");
        api.form(root, "/admin/demo");
        api.form(root, "/admin/demo/remove");
        api.form(root, "/admin/erasure", "author", "nobody we know", "again", "nobody we know");
        String another = "ten owls on a lake";
        api.form(root, "/you/password", "current", "nine owls on a lake", "password", another, "again", another);
    }

    static Identity.OfPerson identity(People people, String name) {
        PersonDetails person = people.named(name).orElseThrow();
        return new Identity.OfPerson(person.id(), person.name(), person.role(), person.epoch());
    }

    /** The form of the page of keys. */
    static void makeKeys(RecordedApi api, People people, ApiKeys keys) {
        Identity.OfPerson root = identity(people, "Root");
        api.form(root, "/admin/keys", "name", "wiki", "scope", "submit");
        api.form(root, "/admin/keys/" + keys.named("wiki").orElseThrow().id() + "/revoke");
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
