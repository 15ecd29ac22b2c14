package dev.undertone.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import dev.undertone.account.login.Logins;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever is signed in changes their own password. */
@OnH2
final class OwnPasswordTests {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEXT = "another long one";

    /** Long enough to be refused without the work of a look at the real one. */
    private static final String GUESS = "x".repeat(1000);

    /** As many as the usual settings bear for one account. */
    private static final int LIMIT = 25;

    private final MockMvcTester mvc;
    private final People people;
    private final Logins logins;
    private final JdbcClient database;

    private PersonDetails petra;

    @SuppressWarnings("NullAway.Init")
    OwnPasswordTests(
            @Autowired MockMvcTester mvc,
            @Autowired People people,
            @Autowired Logins logins,
            @Autowired JdbcClient database) {
        this.mvc = mvc;
        this.people = people;
        this.logins = logins;
        this.database = database;
    }

    @BeforeEach
    void somebodySignedIn() {
        people.create("Root", Role.ADMIN, PASSWORD, Actor.service());
        petra = people.create("Petra", Role.MODERATOR, PASSWORD, Actor.service());
    }

    @Test
    void strangersWhoGuessAtAnAccountDoNotKeepItsOwnerFromChangingThePassword() {
        for (int i = 0; i < LIMIT; i++) {
            logins.attempt("Petra", GUESS, Optional.empty(), "203.0.113." + i);
        }

        assertThat(change(PASSWORD, NEXT)).hasStatus(302).hasRedirectedUrl("/you/password");
    }

    @Test
    void whatIsRefusedMakesNoBrowserKnown() {
        assertThat(change(PASSWORD, "short")).hasStatus(422).bodyText().contains("5 characters");
        assertThat(knownBrowsers()).isZero();

        assertThat(change(PASSWORD, NEXT)).hasStatus(302).hasRedirectedUrl("/you/password");
        assertThat(knownBrowsers()).isOne();
    }

    @Test
    void aNewPasswordThatBreaksARuleCostsNoAttempt() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(change(GUESS, "short")).hasStatus(422);
        }

        assertThat(change(PASSWORD, NEXT)).hasStatus(302).hasRedirectedUrl("/you/password");
    }

    private long knownBrowsers() {
        return database.sql("select count(*) from known_browser")
                .query(Long.class)
                .single();
    }

    private MvcTestResult change(String current, String next) {
        return mvc.post()
                .uri("/you/password")
                .param("current", current)
                .param("password", next)
                .param("again", next)
                .with(SignedIn.as(new Identity.OfPerson(petra.id(), petra.name(), petra.role(), petra.epoch())))
                .exchange();
    }
}
