package dev.undertone.account;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of this service: makes them, changes them, finds them. */
@Component
@Transactional
public class People {

    static final String SUBJECT = "person";

    private final StoredPeople stored;
    private final Passwords passwords;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    People(StoredPeople stored, Passwords passwords, Secrets secrets, AuditTrail audit, Clock clock) {
        this.stored = stored;
        this.passwords = passwords;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a person with a password of our making.
     *
     * @return the password, which is kept nowhere
     * @throws NameTaken if somebody has this name
     * @throws NotAcceptable if the name breaks a rule
     */
    public String create(String name, Role role, Actor by) {
        String password = secrets.password();
        create(name, role, password, by);
        return password;
    }

    /**
     * Makes a person with a password of their choice.
     *
     * @throws NameTaken if somebody has this name
     * @throws NotAcceptable if name or password breaks a rule
     */
    public PersonDetails create(String name, Role role, String password, Actor by) {
        AccountName checked = new AccountName(name);
        if (stored.existsByNameKey(checked.key())) {
            throw new NameTaken("a person", checked);
        }
        Person person = new Person(
                checked,
                role,
                passwords.hash(password, checked.key()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            stored.saveAndFlush(person);
        } catch (DataIntegrityViolationException sameMoment) {
            throw new NameTaken("a person", checked, sameMoment);
        }
        audit.append(by, created(person, Map.of()));
        return person.details();
    }

    /**
     * Shuts a person out; their sessions end.
     *
     * @throws LastAdmin if no enabled admin would be left
     */
    public PersonDetails disable(UUID id, Actor by) {
        Person person = besidesOtherAdmins(id);
        if (person.enabled()) {
            person.disable();
            took("person.disabled", person, Map.of("enabled", "true"), Map.of("enabled", "false"), by);
        }
        return person.details();
    }

    /** Lets a person in again; they have to sign in anew. */
    public PersonDetails enable(UUID id, Actor by) {
        Person person = existing(id);
        if (!person.enabled()) {
            person.enable();
            took("person.enabled", person, Map.of("enabled", "false"), Map.of("enabled", "true"), by);
        }
        return person.details();
    }

    /**
     * Gives a person another role; their sessions end.
     *
     * @throws LastAdmin if no enabled admin would be left
     */
    public PersonDetails changeRole(UUID id, Role role, Actor by) {
        Person person = role == Role.ADMIN ? existing(id) : besidesOtherAdmins(id);
        Role before = person.role();
        if (before != role) {
            person.takeOver(role);
            took("person.role.changed", person, Map.of("role", before.label()), Map.of("role", role.label()), by);
        }
        return person.details();
    }

    /**
     * Gives a person a password of their choice; their sessions end.
     *
     * @throws NotAcceptable if the password breaks a rule
     */
    public PersonDetails changePassword(UUID id, String password, Actor by) {
        Person person = existing(id);
        person.changePassword(passwords.hash(password, person.nameKey()));
        // Whoever knew the old password is a stranger from now on.
        stored.forgetBrowsers(id);
        took("person.password.changed", person, Map.of(), Map.of("password", "changed"), by);
        return person.details();
    }

    /**
     * Refuses a password that {@link #changePassword} would refuse, without changing anything.
     *
     * @throws NotAcceptable if the password breaks a rule
     */
    @Transactional(readOnly = true)
    public void requireGoodPassword(UUID id, String password) {
        Passwords.requireGood(password, existing(id).nameKey());
    }

    /**
     * Gives a person a password of our making; their sessions end.
     *
     * @return the password, which is kept nowhere
     */
    public String resetPassword(UUID id, Actor by) {
        String password = secrets.password();
        changePassword(id, password, by);
        return password;
    }

    /** Finds a person by id. */
    @Transactional(readOnly = true)
    public Optional<PersonDetails> find(UUID id) {
        return stored.findById(id).map(Person::details);
    }

    /** Finds a person by name, whatever its case. */
    @Transactional(readOnly = true)
    public Optional<PersonDetails> named(String name) {
        return stored.findByNameKey(AccountName.keyOf(name)).map(Person::details);
    }

    /** Whether there is nobody yet. */
    @Transactional(readOnly = true)
    public boolean none() {
        return stored.count() == 0;
    }

    /** A part of the list of all people, the oldest account first. */
    @Transactional(readOnly = true)
    public Page<PersonDetails> list(Limit limit, @Nullable String after) {
        var oneMore = org.springframework.data.domain.Limit.of(limit.value() + 1);
        List<Person> found = after == null
                ? stored.findByOrderById(oneMore)
                : stored.findByIdGreaterThanOrderById(idIn(after), oneMore);
        return Page.of(found.stream().map(Person::details).toList(), limit.value(), p -> cursor(p.id()));
    }

    static String cursor(UUID id) {
        return Cursor.encode(id.toString());
    }

    static UUID idIn(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).parts().get(0));
        } catch (IllegalArgumentException notOurs) {
            throw new BadCursor(notOurs);
        }
    }

    /** What the audit trail says of somebody new. */
    static Change created(Person person, Map<String, String> also) {
        Map<String, String> after = new TreeMap<>(also);
        after.put("role", person.role().label());
        after.put("enabled", "true");
        return Change.of("person.created", SUBJECT, person.id().toString(), Map.of(), after);
    }

    private Person existing(UUID id) {
        return stored.findById(id).orElseThrow(UnknownAccount::person);
    }

    private Person besidesOtherAdmins(UUID id) {
        List<Person> admins = stored.lockEnabledAdmins();
        Person person = existing(id);
        if (person.isAcceptedAdmin() && admins.size() == 1) {
            throw new LastAdmin(person.details().name());
        }
        return person;
    }

    private void took(String action, Person person, Map<String, String> before, Map<String, String> after, Actor by) {
        stored.saveAndFlush(person);
        audit.append(by, Change.of(action, SUBJECT, person.id().toString(), before, after));
    }
}
