package dev.undertone.account.login;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.ratelimit.Allowance;
import dev.undertone.ratelimit.Permits;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes down who signed in and out, and who was refused. A name that no account has is not kept: people type passwords
 * there. Attempts that were not looked at are not taken down one by one, nor more refusals in an hour than anybody
 * would read; the next entry says how many there were. Sessions that run out by themselves leave no entry.
 */
@Component
public class LoginTrail {

    static final int REFUSALS_AN_HOUR = 500;

    private static final String SUBJECT = "person";
    private static final String EVERYBODY = "";

    private final People people;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Permits<String> refusals;
    private final AtomicLong untold = new AtomicLong();

    LoginTrail(People people, AuditTrail audit, TransactionOperations transaction, Clock clock) {
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.refusals = new Permits<>(Allowance.each(REFUSALS_AN_HOUR, Duration.ofHours(1)), 1, clock);
    }

    /** Takes down how an attempt to sign in ended; must come before the session begins. */
    public void attempted(String name, LoginOutcome outcome, String address) {
        if (outcome instanceof LoginOutcome.Welcome welcome) {
            Actor by = welcome.identity().caller(address).actor();
            write(by, "login.accepted", welcome.identity().id().toString());
        } else if (outcome instanceof LoginOutcome.TooMany
                || refusals.spend(EVERYBODY, 1).isPresent()) {
            untold.incrementAndGet();
        } else {
            Actor visitor = new Actor(Actor.Kind.SERVICE, "visitor", "visitor", Optional.of(address));
            String id = people.named(name)
                    .map(PersonDetails::id)
                    .map(Object::toString)
                    .orElse("unknown");
            write(visitor, "login.refused", id);
        }
    }

    /** Takes down that somebody signed out. */
    public void left(Identity identity, String address) {
        Actor by = identity.caller(address).actor();
        write(by, "login.ended", by.id());
    }

    private void write(Actor by, String action, String person) {
        Map<String, String> after = new TreeMap<>();
        long further = untold.getAndSet(0);
        if (further > 0) {
            after.put("refusedBeforeAndNotListed", Long.toString(further));
        }
        transaction.executeWithoutResult(
                running -> audit.append(by, Change.of(action, SUBJECT, person, Map.of(), after)));
    }
}
