package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@OnH2
class AdministrationTests {

    private static final Actor BY = Actor.commandLine();
    private static final String USERS = "/api/v1/admin/users";
    private static final String KEYS = "/api/v1/admin/api-keys";

    private final MockMvcTester mvc;
    private final People people;
    private final ApiKeys keys;
    private final ObjectMapper json = new ObjectMapper();

    private String adminKey = "";

    AdministrationTests(@Autowired MockMvcTester mvc, @Autowired People people, @Autowired ApiKeys keys) {
        this.mvc = mvc;
        this.people = people;
        this.keys = keys;
    }

    @BeforeEach
    void anAdministrator() {
        adminKey = keys.create("administrator", Set.of(Scope.ADMIN), BY);
    }

    @Test
    void aPersonIsMadeWithAPasswordThatIsShownOnce() {
        MvcTestResult answer = post(USERS, "{\"name\":\"Ann\",\"role\":\"policy-owner\"}");
        assertThat(answer).hasStatus(201);
        JsonNode made = body(answer);
        assertThat(made.get("name").asString()).isEqualTo("Ann");
        assertThat(made.get("role").asString()).isEqualTo("policy-owner");
        assertThat(made.get("enabled").asBoolean()).isTrue();
        assertThat(made.get("password").asString()).hasSizeGreaterThan(20);
        assertThat(text(get(USERS))).contains("Ann").doesNotContain("password");
    }

    @Test
    void aPasswordThatWasGivenIsNotShownAgain() {
        MvcTestResult answer =
                post(USERS, "{\"name\":\"Ann\",\"role\":\"lead\",\"password\":\"correct horse battery\"}");
        assertThat(answer).hasStatus(201);
        assertThat(text(answer)).doesNotContain("password", "horse");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\":\"lead\"} | /name | is missing",
                "{\"name\":\"Ann\"} | /role | is missing",
                "{\"name\":\"Ann\",\"role\":\"boss\"} | /role | viewer, moderator, lead, policy-owner, admin",
                "{\"name\":\"\",\"role\":\"lead\"} | /name | 1 to 60",
                "{\"name\":\"Ann\",\"role\":\"lead\",\"password\":\"short\"} | /password | 12 to 128"
            })
    void whatIsWrongWithANewPersonIsNamed(String body, String pointer, String words) {
        assertRefused(post(USERS, body), 422, pointer, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\":[\"read\"]} | /name | is missing",
                "{\"name\":\"forum\"} | /scopes | at least one",
                "{\"name\":\"forum\",\"scopes\":[\"read\",\"root\"]} | /scopes | submit, read, review, policy, audit, admin",
                "{\"name\":\"forum\",\"scopes\":[null]} | /scopes | submit, read"
            })
    void whatIsWrongWithANewKeyIsNamed(String body, String pointer, String words) {
        assertRefused(post(KEYS, body), 422, pointer, words);
    }

    @Test
    void aNameThatIsTakenIs409() {
        post(USERS, "{\"name\":\"Ann\",\"role\":\"lead\"}");
        assertThat(post(USERS, "{\"name\":\"ann\",\"role\":\"lead\"}")).hasStatus(409);
        assertThat(post(KEYS, "{\"name\":\"Administrator\",\"scopes\":[\"read\"]}"))
                .hasStatus(409);
    }

    @Test
    void theLastAdminStays() {
        people.create("Ann", Role.ADMIN, BY);
        String ann = USERS + "/" + people.named("Ann").orElseThrow().id();
        assertThat(post(ann + "/disable", "")).hasStatus(409);
        assertThat(post(ann + "/role", "{\"role\":\"viewer\"}")).hasStatus(409);
        assertThat(text(post(ann + "/disable", ""))).contains("is the last enabled admin; make another admin first.");
    }

    @Test
    void aPersonIsDisabledEnabledAndChanged() {
        people.create("Ann", Role.VIEWER, BY);
        String ann = USERS + "/" + people.named("Ann").orElseThrow().id();
        assertThat(body(post(ann + "/disable", "")).get("enabled").asBoolean()).isFalse();
        assertThat(body(post(ann + "/enable", "")).get("enabled").asBoolean()).isTrue();
        assertThat(body(post(ann + "/role", "{\"role\":\"LEAD\"}")).get("role").asString())
                .isEqualTo("lead");
        assertThat(body(post(ann + "/password", "{}")).get("password").asString())
                .hasSizeGreaterThan(20);
        assertRefused(post(ann + "/password", "{\"password\":\"ann\"}"), 422, "/password", "12 to 128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nonsense", "%00", "1-1-1-1-1"})
    void whoeverIsNotThereIs404(String id) {
        assertThat(post(USERS + "/" + id + "/disable", "")).hasStatus(id.equals("%00") ? 400 : 404);
        assertThat(post(KEYS + "/" + id + "/revoke", "")).hasStatus(id.equals("%00") ? 400 : 404);
    }

    @Test
    void aKeyIsMadeUsedAndRevoked() {
        MvcTestResult answer = post(KEYS, "{\"name\":\"forum\",\"scopes\":[\"submit\",\"read\"]}");
        assertThat(answer).hasStatus(201);
        String key = body(answer).get("key").asString();
        assertThat(me(key)).hasStatusOk();
        assertThat(text(me(key)))
                .contains("\"kind\":\"api-key\"", "\"name\":\"forum\"", "\"scopes\":[\"submit\",\"read\"]");
        String id = body(answer).get("id").asString();
        assertThat(body(post(KEYS + "/" + id + "/revoke", "")).get("revokedAt").isNull())
                .isFalse();
        assertThat(me(key))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"undertone\", error=\"invalid_token\"");
        assertThat(text(get(KEYS))).contains("forum").doesNotContain(key);
    }

    @Test
    void whoeverShowsNoKeyIsAskedForOne() {
        assertThat(mvc.get().uri("/api/v1/me"))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"undertone\"");
    }

    @Test
    void aKeyWithoutTheScopeIsRefusedWithoutReasons() {
        String reader = keys.create("reader", Set.of(Scope.READ), BY);
        MvcTestResult answer =
                mvc.get().uri(USERS).header("Authorization", "Bearer " + reader).exchange();
        assertThat(answer).hasStatus(403).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(answer)).contains("This is closed to you").doesNotContain("admin\"", "scope");
    }

    @Test
    void theNextPageBeginsWhereTheFirstEnded() {
        people.create("Ann", Role.VIEWER, BY);
        people.create("Ben", Role.VIEWER, BY);
        JsonNode first = body(get(USERS + "?limit=1"));
        JsonNode rest = body(get(USERS + "?limit=1&after=" + first.get("next").asString()));
        assertThat(first.get("items").size()).isEqualTo(1);
        assertThat(rest.get("items").get(0).get("name"))
                .isNotEqualTo(first.get("items").get(0).get("name"));
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(get(USERS + "?limit=0")).hasStatus(400);
        assertThat(get(USERS + "?after=nonsense")).hasStatus(400);
    }

    private void assertRefused(MvcTestResult answer, int status, String pointer, String words) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(text(answer)).contains("\"pointer\":\"" + pointer + "\"");
        assertThat(body(answer).get("detail").asString()).contains(words);
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(java.net.URI.create(path))
                .header("Authorization", "Bearer " + adminKey)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(java.net.URI.create(path))
                .header("Authorization", "Bearer " + adminKey)
                .exchange();
    }

    private MvcTestResult me(String key) {
        return mvc.get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + key)
                .exchange();
    }

    private JsonNode body(MvcTestResult answer) {
        return json.readTree(text(answer));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
