package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Asks a running service whether everything is there that it ever acknowledged. */
final class Inspection {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api;

    Inspection(Api api) {
        this.api = api;
    }

    /** Nothing was lost, and each thing is in the audit trail, whose chain holds. */
    void assertNothingLost(Ledger ledger) {
        assertThat(ledger.surprises()).as("answers that should never come").isEmpty();
        Set<String> audited = idsIn("/api/v1/audit");
        assertThat(ledger.submissions().keySet())
                .as("submissions in the audit trail")
                .isSubsetOf(audited);
        assertThat(ledger.decisions().keySet())
                .as("decisions in the audit trail")
                .isSubsetOf(audited);
        assertThat(ledger.decisions().keySet()).as("stored decisions").isSubsetOf(idsIn("/api/v1/decisions"));
        ledger.submissions()
                .forEach((id, externalId) -> assertThat(api.get("/api/v1/submissions/" + id)
                                .body()
                                .at("/externalId")
                                .asString(""))
                        .as("stored submission " + id)
                        .isEqualTo(externalId));
        assertChainHolds();
    }

    void assertChainHolds() {
        Answer answer = api.get("/api/v1/audit/verify");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().get("holds").booleanValue())
                .as(answer.toString())
                .isTrue();
    }

    /** Whatever was being worked on when the service died can be claimed and decided by somebody else. */
    void assertNothingStuck() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            for (Answer next = next(); next.status() == 200; next = next()) {
                Answer decision = Load.decide(api, next, "IGNORED");
                assertThat(decision.status()).as(decision.toString()).isEqualTo(200);
            }
            return waiting() == 0;
        });
    }

    private Answer next() {
        return api.post("/api/v1/reviewables/next", Map.of());
    }

    private int waiting() {
        return api.get("/api/v1/reviewables").body().get("items").size();
    }

    private Set<String> idsIn(String list) {
        Set<String> ids = new HashSet<>();
        api.each(list, item -> collect(item, ids));
        return ids;
    }

    private static void collect(JsonNode item, Set<String> ids) {
        Matcher id = ID.matcher(item.toString());
        while (id.find()) {
            ids.add(id.group());
        }
    }
}
