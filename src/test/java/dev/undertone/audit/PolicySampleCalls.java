package dev.undertone.audit;

import dev.undertone.account.login.Identity;
import java.util.Objects;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A successful call of every endpoint that changes a policy; the one that was live is live again afterwards. */
final class PolicySampleCalls {

    private static final String RULES =
            "[{\"name\":\"anger\",\"when\":[{\"emotion\":\"anger\",\"atLeast\":0.7}],\"then\":{\"hold\":\"conduct\"}}]";
    private static final String FIRST = "{\"version\":1}";

    private PolicySampleCalls() {}

    /** The same on the pages. */
    static void makeOnPages(RecordedApi api, Identity.OfPerson owner) {
        String policy = location(api.form(owner, "/policies", "name", "from-the-page"));
        policy = policy.substring(0, policy.indexOf("/edit"));
        String rule = "rules[0].";
        String[] rules = {
            "seen",
            "1",
            "note",
            "why",
            rule + "name",
            "anger",
            rule + "verdict",
            "HOLD",
            rule + "queue",
            "conduct",
            rule + "weight",
            "1",
            rule + "conditions[0].kind",
            "EMOTION",
            rule + "conditions[0].emotion",
            "anger",
            rule + "conditions[0].percent",
            "70"
        };
        api.form(owner, policy + "/edit", rules);
        api.form(owner, policy + "/try", rules);
        String version = location(api.form(owner, policy + "/drafts", rules));
        api.form(owner, policy + "/versions/1/archive");
        for (String step : new String[] {"/shadow", "/preview", "/activate", "/rollback"}) {
            api.form(owner, version + step);
        }
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"));
    }

    static void make(RecordedApi api) {
        String policies = "/api/v1/policies";
        String policy = policies + "/"
                + api.post(policies, "{\"name\":\"strict\",\"rules\":" + RULES + "}")
                        .get("id")
                        .stringValue();
        api.post(policy + "/versions", "{\"rules\":" + RULES.replace("0.7", "0.6") + "}");
        api.post(policy + "/archive", "{\"version\":2}");
        api.post(policy + "/shadow", FIRST);
        api.post(policy + "/preview", FIRST);
        api.post(policy + "/activate", FIRST);
        api.post(policy + "/rollback", FIRST);
    }
}
