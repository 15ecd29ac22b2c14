package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Whoever sends a form of a session that is over is told so, and finds back. */
@OnH2
final class EndedSessionTests {

    private static final String PASSWORD = "correct horse battery";

    private final People people;
    private final int port;

    private PersonDetails ann;

    @SuppressWarnings("NullAway.Init")
    EndedSessionTests(@Autowired People people, @Autowired Environment environment) {
        this.people = people;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @BeforeEach
    void somebodyToSignIn() {
        people.create("Root", Role.ADMIN, PASSWORD, Actor.service());
        ann = people.create("Ann", Role.MODERATOR, PASSWORD, Actor.service());
    }

    @Test
    void aFormOfASessionThatIsUnknownIsAnsweredInPlainWordsWithTheWayBack() {
        HttpResponse<String> answer = send(
                new Browser(port),
                "Cookie",
                "undertone_session=long-gone",
                "Referer",
                "http://localhost:" + port + "/queue?status=open");
        assertSessionEnded(answer);
        assertThat(answer.body()).contains("href=\"/login?next=/queue?status%3Dopen\"");
    }

    @Test
    void aFormOfASessionThatWasEndedIsAnsweredInTheSameWay() {
        Browser browser = new Browser(port);
        browser.signIn("Ann", PASSWORD);
        people.changeRole(ann.id(), Role.VIEWER, Actor.service());
        assertSessionEnded(send(browser));
    }

    @Test
    void aStrangeAddressBeforeIsNoWayBack() {
        for (String before : new String[] {"not an address", "http://x/%zz", "mailto:x"}) {
            HttpResponse<String> answer =
                    send(new Browser(port), "Cookie", "undertone_session=long-gone", "Referer", before);
            assertSessionEnded(answer);
            assertThat(answer.body()).contains("href=\"/login\"").doesNotContain("next=");
        }
    }

    @Test
    void aFormWithAnotherSessionsTokenIsOutOfDate() {
        Browser browser = new Browser(port);
        browser.signIn("Ann", PASSWORD);
        HttpResponse<String> answer = send(browser);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was out of date", "reload the page");
    }

    private static void assertSessionEnded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("Your session has ended", "Nothing was stored or changed", "sign in")
                .doesNotContain("??");
    }

    private static HttpResponse<String> send(Browser browser, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return browser.send("POST", "/logout", "_csrf=of-another-session", all);
    }
}
