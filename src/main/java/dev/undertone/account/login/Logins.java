package dev.undertone.account.login;

import dev.undertone.account.Credentials;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Secrets;
import dev.undertone.ratelimit.CallerAddress;
import dev.undertone.ratelimit.Permits;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets people sign in, but lets nobody guess for long. An attempt from a browser in which the person has signed in
 * before is counted for that browser alone; any other counts for its address and, if it fails, for the account. So
 * whoever guesses at an account, or shares an address with its owner, does not keep the owner out. Nor from confirming
 * a password once signed in, which is counted for the person alone.
 */
@Component
public class Logins {

    private final People people;
    private final Credentials credentials;
    private final KnownBrowsers browsers;
    private final Permits<CallerAddress> addresses;
    private final Permits<String> accounts;
    private final Permits<String> ofBrowsers;
    private final Permits<UUID> ofSignedIn;

    Logins(People people, Credentials credentials, KnownBrowsers browsers, LoginSettings settings, Clock clock) {
        this.people = people;
        this.credentials = credentials;
        this.browsers = browsers;
        this.addresses = new Permits<>(settings.perAddress(), settings.remembered(), clock);
        this.accounts = new Permits<>(settings.perAccount(), settings.remembered(), clock);
        this.ofBrowsers = new Permits<>(settings.perAccount(), settings.remembered(), clock);
        this.ofSignedIn = new Permits<>(settings.perAccount(), settings.remembered(), clock);
    }

    /**
     * Tries to sign in.
     *
     * @param browser what the browser got when somebody signed in with it before
     * @param remoteAddress where the attempt comes from
     */
    public LoginOutcome attempt(String name, String password, Optional<String> browser, String remoteAddress) {
        Optional<String> known = browser.filter(token -> people.named(name)
                .filter(person -> browsers.knows(token, person.id()))
                .isPresent());
        return known.isPresent()
                ? attemptOfKnown(name, password, known.get())
                : attemptOfStranger(name, password, CallerAddress.of(remoteAddress));
    }

    /** Lets somebody in who has just chosen a password; the browser that they did it with is known from now on. */
    public LoginOutcome.Welcome welcome(PersonDetails person) {
        return new LoginOutcome.Welcome(Identity.OfPerson.now(person), browsers.welcome(person.id()));
    }

    /** Whether somebody who is signed in knows the password of the account; makes no browser known. */
    public Confirmation confirm(UUID signedIn, String password) {
        if (ofSignedIn.spend(signedIn, 1).isPresent()) {
            return Confirmation.TOO_MANY;
        }
        boolean right = people.find(signedIn)
                .flatMap(person -> credentials.personWith(person.name(), password))
                .isPresent();
        if (right) {
            ofSignedIn.giveBack(signedIn);
        }
        return right ? Confirmation.RIGHT : Confirmation.WRONG;
    }

    private LoginOutcome attemptOfKnown(String name, String password, String browser) {
        // The counter is kept under the hash, so that no secret waits in memory.
        String counter = Secrets.hashOf(browser);
        Optional<Duration> wait = ofBrowsers.spend(counter, 1);
        if (wait.isPresent()) {
            return new LoginOutcome.TooMany(wait.get());
        }
        Optional<PersonDetails> person = credentials.personWith(name, password);
        person.ifPresent(one -> {
            ofBrowsers.giveBack(counter);
            browsers.greet(browser);
        });
        return outcome(person, browser);
    }

    private LoginOutcome attemptOfStranger(String name, String password, CallerAddress address) {
        // Counted whether or not there is such an account, so that the limit does not tell.
        String counter = Secrets.hashOf(Credentials.accountKey(name));
        Optional<Duration> wait = addresses.spend(address, 1).or(() -> accounts.spend(counter, 1));
        if (wait.isPresent()) {
            return new LoginOutcome.TooMany(wait.get());
        }
        Optional<PersonDetails> person = credentials.personWith(name, password);
        person.ifPresent(one -> accounts.giveBack(counter));
        return outcome(person, person.map(one -> browsers.welcome(one.id())).orElse(""));
    }

    private static LoginOutcome outcome(Optional<PersonDetails> person, String browser) {
        return person.<LoginOutcome>map(one -> new LoginOutcome.Welcome(Identity.OfPerson.now(one), browser))
                .orElseGet(LoginOutcome.Wrong::new);
    }

    /** What comes of a password that somebody signed in gives once more. */
    public enum Confirmation {
        RIGHT,
        WRONG,
        TOO_MANY
    }
}
