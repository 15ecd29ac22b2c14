package dev.undertone.audit;

import dev.undertone.account.login.Identity;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A successful call of every form of the queue's page. */
final class QueueSampleCalls {

    private QueueSampleCalls() {}

    static void make(RecordedApi api, Identity.OfPerson person) {
        api.post("/api/v1/submissions", "{\"channel\":\"forum\",\"text\":\"I am furious about the queue\"}");
        String item = itemIn(api.form(person, "/queue/next", "queue", "conduct"));
        String at = "/items/" + item;
        // The first lease of an item has token 1; each later one has one more.
        api.form(person, at + "/renew", "token", "1");
        api.form(person, at + "/notes", "note", "ask lea");
        api.form(person, at + "/release", "token", "1");
        api.form(person, at + "/claim");
        api.form(person, at + "/hold", "token", "2");
        String decision = decide(api, person, item, "2");
        api.form(person, at + "/undo", "decision", decision);
        // Out of the way of whatever is called next.
        decide(api, person, item, "3");
    }

    private static String decide(RecordedApi api, Identity.OfPerson person, String item, String token) {
        var shown = api.call(HttpMethod.GET, "/api/v1/reviewables/" + item, "");
        api.form(
                person,
                "/items/" + item + "/decision",
                "outcome",
                "APPROVED",
                "version",
                shown.get("version").toString(),
                "token",
                token);
        return api.call(HttpMethod.GET, "/api/v1/reviewables/" + item, "")
                .get("decision")
                .get("id")
                .stringValue();
    }

    private static String itemIn(MvcTestResult answer) {
        String location =
                Optional.ofNullable(answer.getResponse().getHeader("Location")).orElse("");
        return UUID.fromString(location.replaceAll("^/items/([0-9a-f-]+).*$", "$1"))
                .toString();
    }
}
