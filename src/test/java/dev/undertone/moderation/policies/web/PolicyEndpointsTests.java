package dev.undertone.moderation.policies.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** {@code /api/v1/policies} as a policy owner's script sees it. */
final class PolicyEndpointsTests {

    private static final String RULES =
            "[{\"name\":\"anger\",\"when\":[{\"emotion\":\"anger\",\"atLeast\":0.7}],\"then\":{\"hold\":\"conduct\"}}]";

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final MockMvc http;
        private final ApiKeys keys;
        private String key = "";

        Cases(ApplicationContext context) {
            http = context.getBean(MockMvc.class);
            keys = context.getBean(ApiKeys.class);
        }

        @BeforeEach
        void takeAKey() {
            key = keys.create("tool", Set.of(Scope.POLICY), Actor.commandLine());
        }

        @Test
        void aNewInstallationShowsItsDefaultPolicy() throws Exception {
            show("/api/v1/policies")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items.length()").value(1))
                    .andExpect(jsonPath("$.items[0].name").value("default"))
                    .andExpect(jsonPath("$.items[0].live").value(1))
                    .andExpect(jsonPath("$.items[0].versions[0].state").value("LIVE"))
                    .andExpect(jsonPath("$.items[0].versions[0].rules[0].name").value("anger"))
                    .andExpect(jsonPath("$.items[0].versions[0].rules[0].when[0].atLeast")
                            .value(0.8))
                    .andExpect(jsonPath("$.items[0].versions[0].rules[0].then.hold")
                            .value("conduct"))
                    .andExpect(jsonPath("$.next").value(nullValue()));
        }

        @Test
        void theListGoesOnWhereThePageEnded() throws Exception {
            show("/api/v1/policies");
            create("strict");
            String next = JsonPath.read(body(show("/api/v1/policies?limit=1")), "$.next");

            show("/api/v1/policies?limit=1&after=" + next)
                    .andExpect(jsonPath("$.items[0].name").value("strict"))
                    .andExpect(jsonPath("$.next").value(nullValue()));
            show("/api/v1/policies?after=x").andExpect(status().isBadRequest());
        }

        @Test
        void aPolicyGoesFromADraftToLiveAndIsRolledBack() throws Exception {
            String at = "/api/v1/policies/" + create("strict");

            send(at + "/shadow", "{\"version\":1}")
                    .andExpect(jsonPath("$.state").value("SHADOW"));
            send(at + "/activate", "{\"version\":1}")
                    .andExpect(status().isConflict())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail")
                            .value("strict@1 has not been previewed; POST …/preview with this version first, then"
                                    + " activate it."));
            send(at + "/preview", "{\"version\":1,\"channel\":\"forum\",\"since\":\"2026-01-01T00:00:00Z\"}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value("strict@1"))
                    .andExpect(jsonPath("$.live").value("default@1"))
                    .andExpect(jsonPath("$.change.held").value(0))
                    .andExpect(jsonPath("$.flips.count").value(0))
                    .andExpect(jsonPath("$.quality.recall").value(nullValue()))
                    .andExpect(jsonPath("$.note").isNotEmpty());
            send(at + "/activate", "{\"version\":1}")
                    .andExpect(jsonPath("$.state").value("LIVE"));
            show(at).andExpect(jsonPath("$.live").value(1));
            send(at + "/rollback", "{\"version\":1}")
                    .andExpect(jsonPath("$.label").value("default@1"));
            show(at).andExpect(jsonPath("$.live").value(nullValue()));
        }

        @Test
        void aVersionIsAddedShownAndPutAway() throws Exception {
            String at = "/api/v1/policies/" + create("strict");

            send(at + "/versions", "{\"rules\":" + RULES.replace("0.7", "0.6") + ",\"note\":\"too mild\"}")
                    .andExpect(status().isCreated())
                    .andExpect(header().string("Location", at + "/versions/2"))
                    .andExpect(jsonPath("$.version").value(2))
                    .andExpect(jsonPath("$.note").value("too mild"));
            send(at + "/archive", "{\"version\":2}").andExpect(status().isOk());
            show(at + "/versions/2")
                    .andExpect(jsonPath("$.state").value("ARCHIVED"))
                    .andExpect(jsonPath("$.rules[0].when[0].atLeast").value(0.6))
                    .andExpect(jsonPath("$.shadow.held").value(0));
            show(at).andExpect(jsonPath("$.versions[*].version", contains(2, 1)));
        }

        @Test
        void aBadRuleIsPointedAt() throws Exception {
            send("/api/v1/policies", "{\"name\":\"strict\",\"rules\":" + RULES.replace("0.7", "7") + "}")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].pointer").value("/rules/0/when/0/atLeast"))
                    .andExpect(jsonPath("$.detail")
                            .value("/rules/0/when/0/atLeast: the threshold of anger is 7.0, expected 0 to 1."));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"rules":[]} | /name
                {"name":"","rules":[]} | /name
                {"name":"Strict","rules":[]} | /name
                {"name":"strict"} | /rules
                {"name":"strict","rules":null} | /rules
                {"name":"strict","rules":[],"note":"\\u0000"} | /note
                """)
        void whatIsNoPolicyIsPointedAt(String body, String pointer) throws Exception {
            send("/api/v1/policies", body)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].pointer").value(pointer));
        }

        @Test
        void aTakenNameIsAConflict() throws Exception {
            create("strict");

            send("/api/v1/policies", "{\"name\":\"strict\",\"rules\":[]}").andExpect(status().isConflict());
        }

        @Test
        void unknownFieldsAreRefused() throws Exception {
            send("/api/v1/policies", "{\"name\":\"strict\",\"rules\":[],\"live\":true}")
                    .andExpect(status().isBadRequest());
        }

        @ParameterizedTest
        @ValueSource(strings = {"preview", "shadow", "activate", "archive", "rollback"})
        void aCallNamesAVersionThatExists(String call) throws Exception {
            String at = "/api/v1/policies/" + create("strict") + "/" + call;

            send(at, "{}")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].pointer").value("/version"));
            send(at, "{\"version\":9}").andExpect(status().isNotFound());
        }

        @Test
        void aTimeSpanThatEndsBeforeItBeginsIsRefused() throws Exception {
            String body = "{\"version\":1,\"since\":\"2026-01-02T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"}";

            send("/api/v1/policies/" + create("strict") + "/preview", body)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.detail").value("/until: \"until\" must be after \"since\"."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "0", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
        void whatIsNoIdOfAPolicyIsNotFound(String id) throws Exception {
            show("/api/v1/policies/{id}", id).andExpect(status().isNotFound());
            show("/api/v1/policies/{id}/versions/1", id).andExpect(status().isNotFound());
        }

        @ParameterizedTest
        @ValueSource(strings = {"2", "0", "x", "99999999999"})
        void whatIsNoNumberOfAVersionIsNotFound(String number) throws Exception {
            show("/api/v1/policies/" + create("strict") + "/versions/" + number).andExpect(status().isNotFound());
        }

        @Test
        void whoOnlySubmitsMayNotTouchPolicies() throws Exception {
            key = keys.create("forum", Set.of(Scope.SUBMIT), Actor.commandLine());

            send("/api/v1/policies", "{\"name\":\"strict\",\"rules\":[]}").andExpect(status().isForbidden());
            show("/api/v1/policies").andExpect(status().isForbidden());
        }

        private String create(String name) throws Exception {
            ResultActions created = send("/api/v1/policies", "{\"name\":\"" + name + "\",\"rules\":" + RULES + "}")
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.versions[0].state").value("DRAFT"));
            String id = JsonPath.read(body(created), "$.id");
            created.andExpect(header().string("Location", "/api/v1/policies/" + id));
            return id;
        }

        private static String body(ResultActions answer) throws Exception {
            return answer.andReturn().getResponse().getContentAsString();
        }

        private ResultActions show(String path, Object... parts) throws Exception {
            return http.perform(get(path, parts).header(HttpHeaders.AUTHORIZATION, "Bearer " + key));
        }

        private ResultActions send(String path, String body) throws Exception {
            return http.perform(post(path)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body));
        }
    }
}
