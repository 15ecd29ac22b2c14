package dev.undertone.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.Credentials;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.Secrets;
import dev.undertone.account.login.Logins.Confirmation;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

final class LoginsTests {

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

        private static final String PASSWORD = "correct horse battery";

        /** Long enough to be refused without the work of a look at the real one, so that many guesses take no time. */
        private static final String GUESS = "x".repeat(1000);

        private static final int LIMIT = 25;

        private final People people;
        private final MovableClock clock;
        private final JdbcClient database;
        private final Logins logins;

        private PersonDetails ann;

        @SuppressWarnings("NullAway.Init")
        Cases(ApplicationContext context) {
            this.people = context.getBean(People.class);
            this.clock = context.getBean(MovableClock.class);
            this.database = context.getBean(JdbcClient.class);
            LoginSettings settings = new LoginSettings(LIMIT, Duration.ofMinutes(5), LIMIT, Duration.ofHours(1), 1000);
            this.logins = new Logins(
                    people, context.getBean(Credentials.class), context.getBean(KnownBrowsers.class), settings, clock);
        }

        @BeforeEach
        void somebodyToSignIn() {
            ann = people.create("Ann", Role.ADMIN, PASSWORD, Actor.commandLine());
        }

        @Test
        void theRightPasswordLetsIn() {
            LoginOutcome.Welcome welcome = signedIn("192.0.2.1");
            assertThat(welcome.identity()).isEqualTo(new Identity.OfPerson(ann.id(), "Ann", Role.ADMIN, 0));
        }

        @Test
        void wrongPasswordUnknownNameAndShutOutAreOneAnswer() {
            people.create("Ben", Role.VIEWER, PASSWORD, Actor.commandLine());
            people.disable(people.named("Ben").orElseThrow().id(), Actor.commandLine());
            assertThat(stranger("Ann", "another long one", "192.0.2.1")).isEqualTo(new LoginOutcome.Wrong());
            assertThat(stranger("Nobody", PASSWORD, "192.0.2.1")).isEqualTo(new LoginOutcome.Wrong());
            assertThat(stranger("Ben", PASSWORD, "192.0.2.1")).isEqualTo(new LoginOutcome.Wrong());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\0", "\ud800", " ", "' or 1=1 --"})
        void whatCouldBeNobodysNameIsJustWrong(String name) {
            assertThat(stranger(name, PASSWORD, "192.0.2.1")).isEqualTo(new LoginOutcome.Wrong());
        }

        @Test
        void anAddressHas25AttemptsIn5MinutesWhateverTheNames() {
            for (int i = 0; i < LIMIT; i++) {
                assertThat(stranger("Nobody" + i, GUESS, "192.0.2.1")).isEqualTo(new LoginOutcome.Wrong());
            }
            assertThat(stranger("Ann", PASSWORD, "192.0.2.1"))
                    .isEqualTo(new LoginOutcome.TooMany(Duration.ofMinutes(5)));
            assertThat(stranger("Ann", PASSWORD, "192.0.2.2")).isInstanceOf(LoginOutcome.Welcome.class);
            clock.advance(Duration.ofMinutes(5));
            assertThat(stranger("Ann", PASSWORD, "192.0.2.1")).isInstanceOf(LoginOutcome.Welcome.class);
        }

        @Test
        void anAccountHas25FailuresInAnHourWhereverTheyComeFrom() {
            guessFromManyAddresses("Ann", LIMIT);
            assertThat(stranger("Ann", PASSWORD, "198.51.100.1"))
                    .isEqualTo(new LoginOutcome.TooMany(Duration.ofHours(1)));
            clock.advance(Duration.ofHours(1));
            assertThat(stranger("Ann", PASSWORD, "198.51.100.1")).isInstanceOf(LoginOutcome.Welcome.class);
        }

        @Test
        void whoeverDoesNotExistIsLimitedLikeSomebodyWhoDoes() {
            guessFromManyAddresses("Nobody", LIMIT);
            assertThat(stranger("Nobody", PASSWORD, "198.51.100.1"))
                    .isEqualTo(new LoginOutcome.TooMany(Duration.ofHours(1)));
        }

        @Test
        void otherSpellingsOfANameGiveNoMoreGuesses() {
            guessFromManyAddresses("ＡＮＮ", 12);
            guessFromManyAddresses("ann", 13);
            assertThat(stranger("Ann", GUESS, "198.51.100.1")).isInstanceOf(LoginOutcome.TooMany.class);
        }

        @Test
        void signingInDoesNotCountAsAFailure() {
            guessFromManyAddresses("Ann", LIMIT - 1);
            assertThat(stranger("Ann", PASSWORD, "198.51.100.1")).isInstanceOf(LoginOutcome.Welcome.class);
            assertThat(stranger("Ann", PASSWORD, "198.51.100.1")).isInstanceOf(LoginOutcome.Welcome.class);
        }

        @Test
        void strangersCannotLockSomebodyOutOfTheirBrowser() {
            String browser = signedIn("192.0.2.1").browser();
            guessFromManyAddresses("Ann", LIMIT + 5);
            assertThat(stranger("Ann", PASSWORD, "198.51.100.1")).isInstanceOf(LoginOutcome.TooMany.class);
            assertThat(logins.attempt("Ann", PASSWORD, Optional.of(browser), "198.51.100.1"))
                    .isInstanceOf(LoginOutcome.Welcome.class);
        }

        @Test
        void neighboursAtOneAddressCannotLockSomebodyOutOfTheirBrowser() {
            String browser = signedIn("192.0.2.1").browser();
            for (int i = 0; i < LIMIT; i++) {
                stranger("Nobody" + i, GUESS, "192.0.2.1");
            }
            assertThat(stranger("Ann", PASSWORD, "192.0.2.1")).isInstanceOf(LoginOutcome.TooMany.class);
            assertThat(logins.attempt("Ann", PASSWORD, Optional.of(browser), "192.0.2.1"))
                    .isInstanceOf(LoginOutcome.Welcome.class);
        }

        @Test
        void aKnownBrowserIsLimitedByItself() {
            Optional<String> browser = Optional.of(signedIn("192.0.2.1").browser());
            for (int i = 0; i < LIMIT; i++) {
                assertThat(logins.attempt("Ann", GUESS, browser, "192.0.2." + i))
                        .isEqualTo(new LoginOutcome.Wrong());
            }
            assertThat(logins.attempt("Ann", PASSWORD, browser, "192.0.2.99"))
                    .isEqualTo(new LoginOutcome.TooMany(Duration.ofHours(1)));
            assertThat(stranger("Ann", PASSWORD, "198.51.100.1")).isInstanceOf(LoginOutcome.Welcome.class);
        }

        @Test
        void strangersCannotKeepSomebodySignedInFromConfirmingThePassword() {
            guessFromManyAddresses("Ann", LIMIT);
            assertThat(logins.confirm(ann.id(), PASSWORD)).isEqualTo(Confirmation.RIGHT);
        }

        @Test
        void whoeverIsSignedInHas25WrongPasswordsInAnHour() {
            assertThat(logins.confirm(ann.id(), PASSWORD)).isEqualTo(Confirmation.RIGHT);
            for (int i = 0; i < LIMIT; i++) {
                assertThat(logins.confirm(ann.id(), GUESS)).isEqualTo(Confirmation.WRONG);
            }
            assertThat(logins.confirm(ann.id(), PASSWORD)).isEqualTo(Confirmation.TOO_MANY);
            clock.advance(Duration.ofHours(1));
            assertThat(logins.confirm(ann.id(), PASSWORD)).isEqualTo(Confirmation.RIGHT);
        }

        @Test
        void theBrowserOfOnePersonIsAStrangerToAnother() {
            people.create("Ben", Role.VIEWER, PASSWORD, Actor.commandLine());
            Optional<String> bens =
                    Optional.of(((LoginOutcome.Welcome) stranger("Ben", PASSWORD, "192.0.2.1")).browser());
            guessFromManyAddresses("Ann", LIMIT);
            assertThat(logins.attempt("Ann", PASSWORD, bens, "198.51.100.1")).isInstanceOf(LoginOutcome.TooMany.class);
        }

        @Test
        void anInventedBrowserIsAStranger() {
            guessFromManyAddresses("Ann", LIMIT);
            assertThat(logins.attempt("Ann", PASSWORD, Optional.of("invented"), "198.51.100.1"))
                    .isInstanceOf(LoginOutcome.TooMany.class);
        }

        @Test
        void anotherPasswordMakesAllBrowsersStrange() {
            Optional<String> browser = Optional.of(signedIn("192.0.2.1").browser());
            people.changePassword(ann.id(), "another long one", Actor.commandLine());
            guessFromManyAddresses("Ann", LIMIT);
            assertThat(logins.attempt("Ann", "another long one", browser, "198.51.100.1"))
                    .isInstanceOf(LoginOutcome.TooMany.class);
        }

        @Test
        void onlyTheHashesOfTheLatestBrowsersAreKept() {
            String first = signedIn("192.0.2.1").browser();
            for (int i = 0; i < KnownBrowsers.PER_PERSON; i++) {
                clock.advance(Duration.ofMinutes(1));
                signedIn("192.0.2." + i);
            }
            var kept = database.sql("select token_hash from known_browser")
                    .query(String.class)
                    .list();
            assertThat(kept).hasSize(KnownBrowsers.PER_PERSON).doesNotContain(first, Secrets.hashOf(first));
        }

        private LoginOutcome.Welcome signedIn(String address) {
            return (LoginOutcome.Welcome) stranger("Ann", PASSWORD, address);
        }

        private LoginOutcome stranger(String name, String password, String address) {
            return logins.attempt(name, password, Optional.empty(), address);
        }

        private void guessFromManyAddresses(String name, int guesses) {
            for (int i = 0; i < guesses; i++) {
                stranger(name, GUESS, "203.0.113." + i);
            }
        }
    }
}
