package dev.undertone.account;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells from name and password who somebody is. */
@Component
public class Credentials {

    private final StoredPeople stored;
    private final Passwords passwords;

    Credentials(StoredPeople stored, Passwords passwords) {
        this.stored = stored;
        this.passwords = passwords;
    }

    /** The same for all ways to type the name of one account, whether or not it exists. */
    public static String accountKey(String name) {
        return AccountName.keyOf(name);
    }

    /**
     * The enabled person with this name and password. An unknown name, a wrong password and a disabled account are one
     * answer and about the same work, so that nobody learns which names exist. Holds no database connection while it
     * computes.
     */
    public Optional<PersonDetails> personWith(String name, String password) {
        Optional<Person> named = stored.findByNameKey(AccountName.keyOf(name));
        if (named.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        Person person = named.get();
        boolean right = passwords.matches(password, person.passwordHash());
        return right && person.enabled() ? Optional.of(person.details()) : Optional.empty();
    }
}
