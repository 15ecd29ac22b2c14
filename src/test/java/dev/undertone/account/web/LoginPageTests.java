package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditHistory;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@OnH2
class LoginPageTests {

    private static final Actor BY = Actor.commandLine();
    private static final String PASSWORD = "correct horse battery";
    private static final String SESSION = "undertone_session";

    private final People people;
    private final MovableClock clock;
    private final AuditHistory history;
    private final int port;
    private final Browser browser;

    private PersonDetails ann;

    @SuppressWarnings("NullAway.Init")
    LoginPageTests(
            @Autowired People people,
            @Autowired MovableClock clock,
            @Autowired AuditHistory history,
            @Autowired Environment environment) {
        this.people = people;
        this.history = history;
        this.clock = clock;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
        this.browser = new Browser(port);
    }

    @BeforeEach
    void somebodyToSignIn() {
        people.create("Root", Role.ADMIN, PASSWORD, BY);
        ann = people.create("Ann", Role.MODERATOR, PASSWORD, BY);
    }

    @Test
    void whoeverSignsInIsKnownToTheApiFromThenOn() {
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        HttpResponse<String> answer = browser.signIn("ann", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/queue");
        assertThat(browser.get("/api/v1/me").body())
                .contains("\"kind\":\"person\"", "\"name\":\"Ann\"", "\"scopes\":[\"read\",\"review\"]");
    }

    @ParameterizedTest
    @CsvSource({"/queue?x={a}, /queue", "/items/{a}, /queue", "/audit?x=%7Ba%7D, /audit?x=%7Ba%7D"})
    void aPageWithBracesIsGoneToOnlyAsBrowsersWriteIt(String wanted, String reached) {
        HttpResponse<String> answer = browser.post("/login", "username", "Ann", "password", PASSWORD, "next", wanted);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(reached);
    }

    @Test
    void theLoginPageMakesNoSession() {
        HttpResponse<String> page = browser.get("/login");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Sign in</h1>").doesNotContain("??");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("undertone_form=", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void theCookiesAreOutOfReachOfScriptsAndOtherSites() {
        List<String> cookies = browser.signIn("Ann", PASSWORD).headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith(SESSION + "=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("undertone_browser=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/login", "Max-Age="));
    }

    @Test
    void aSessionFromBeforeTheLoginIsNotTakenOver() {
        browser.signIn("Ann", PASSWORD);
        String before = browser.cookie(SESSION).orElseThrow();
        browser.signIn("Ann", PASSWORD);
        assertThat(browser.cookie(SESSION).orElseThrow()).isNotEqualTo(before);
        assertThat(new Browser(port)
                        .get("/api/v1/me", "Cookie", SESSION + "=" + before)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anInventedSessionIsNotTakenOver() {
        HttpResponse<String> page = browser.get("/login", "Cookie", SESSION + "=planted");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("planted"));
    }

    @Test
    void wrongPasswordsAndUnknownNamesGetTheSamePage() {
        HttpResponse<String> wrong = browser.signIn("Ann", "another long one");
        HttpResponse<String> unknown = browser.signIn("Nobody", "another long one");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(plain(wrong.body()).replace("Ann", "Nobody")).isEqualTo(plain(unknown.body()));
        assertThat(wrong.body()).contains("Name and password do not match").doesNotContain("another long one");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    private static String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void afterTooManyFailuresNobodyLooksAtThePassword() {
        for (int i = 0; i < 25; i++) {
            browser.signIn("Someone who is not there", "x".repeat(1000));
        }
        HttpResponse<String> answer = browser.signIn("Someone who is not there", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3600");
        assertThat(answer.body()).contains("Too many attempts");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn("Ann", PASSWORD);
        String session = browser.cookie(SESSION).orElseThrow();
        HttpResponse<String> answer = browser.send("POST", "/logout", "", "X-CSRF-TOKEN", browser.token());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(new Browser(port)
                        .get("/api/v1/me", "Cookie", SESSION + "=" + session)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theTrailHasWhoSignedInAndOutAndWhoWasRefused() {
        browser.signIn("Ann", "another long one");
        browser.signIn("Ann", PASSWORD);
        browser.send("POST", "/logout", "", "X-CSRF-TOKEN", browser.token());
        assertThat(history.of("person", ann.id().toString()))
                .extracting(entry -> entry.change().action())
                .containsExactly("person.created", "login.refused", "login.accepted", "login.ended");
    }

    static Stream<Consumer<Act>> whatEndsSessions() {
        return Stream.of(
                act -> act.people().disable(act.ann().id(), BY),
                act -> act.people().changeRole(act.ann().id(), Role.LEAD, BY),
                act -> act.people().resetPassword(act.ann().id(), BY));
    }

    record Act(People people, PersonDetails ann) {}

    @ParameterizedTest
    @MethodSource("whatEndsSessions")
    void sessionsEndWithTheNextRequest(Consumer<Act> change) {
        browser.signIn("Ann", PASSWORD);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        change.accept(new Act(people, ann));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        people.enable(ann.id(), BY);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void sessionsOfOthersGoOn() {
        browser.signIn("Root", PASSWORD);
        people.disable(ann.id(), BY);
        clock.advance(Duration.ofHours(1));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void theLoginFormNeedsItsToken() {
        HttpResponse<String> answer = new Browser(port)
                .send(
                        "POST",
                        "/login",
                        "username=Ann&password=" + PASSWORD.replace(' ', '+'),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theOpenDemoDoesNotCareWhoIsSignedIn() {
        browser.signIn("Ann", PASSWORD);
        HttpResponse<String> answer = browser.send(
                "POST", "/api/v1/classify", "{\"text\":\"I am furious\"}", "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
}
