package dev.undertone.account;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the administrator with whom everything begins: exactly one, however many try at the same moment. */
@Component
public class FirstAdministrator {

    private final StoredPeople stored;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    FirstAdministrator(
            StoredPeople stored,
            Passwords passwords,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.stored = stored;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes them, with a password of their choice.
     *
     * @param address where the request came from
     * @throws AlreadySetUp if there is anybody
     * @throws NotAcceptable if name or password breaks a rule
     */
    public PersonDetails create(String name, String password, String address) {
        if (stored.count() > 0) {
            throw new AlreadySetUp();
        }
        AccountName checked = new AccountName(name);
        // Outside of the transaction, in which others would wait for as long as this takes.
        String hash = passwords.hash(password, checked.key());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            return transaction.execute(running -> store(Person.first(checked, hash, now), address));
        } catch (DataAccessException perhapsLate) {
            if (stored.count() > 0) {
                throw new AlreadySetUp(perhapsLate);
            }
            throw perhapsLate;
        }
    }

    private PersonDetails store(Person first, String address) {
        stored.saveAndFlush(first);
        // Whoever was made at the command line in the meantime is the first.
        if (stored.count() > 1) {
            throw new AlreadySetUp();
        }
        PersonDetails made = first.details();
        Actor by = new Actor(Actor.Kind.PERSON, made.id().toString(), made.name(), Optional.of(address));
        audit.append(by, People.created(first, Map.of("setup", "true")));
        return made;
    }
}
