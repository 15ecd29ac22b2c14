package dev.undertone.account;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Which passwords are good enough, and how they are kept: Argon2id with the parameters that OWASP names first. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2id =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    /** More at once would be no faster, but each takes its 19 MiB. */
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** Made when the first is asked for: it takes a quarter of a second, which no start should wait for. */
    private final SingletonSupplier<String> nobodysHash;

    Passwords(Secrets secrets) {
        this.nobodysHash = SingletonSupplier.of(() -> argon2id.encode(secrets.token()));
    }

    /**
     * The hash to keep.
     *
     * @param ownerKey the {@link AccountName#key} of whose it is
     * @throws NotAcceptable if the password is too short, too long, the name or easily guessed
     */
    String hash(String password, String ownerKey) {
        requireGood(password, ownerKey);
        return inTurn(() -> java.util.Objects.requireNonNull(argon2id.encode(normalized(password))));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST * 2 && inTurn(() -> argon2id.matches(normalized(password), hash));
    }

    /** Takes the time of a look at somebody's password, so that the time does not tell which names exist. */
    void matchNobody(String password) {
        matches(password, nobodysHash.obtain());
    }

    /**
     * Refuses a password that nobody should have.
     *
     * @throws NotAcceptable if it is too short, too long, the name or easily guessed
     */
    static void requireGood(String password, String ownerKey) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new NotAcceptable(
                    "password",
                    "The password has " + length + " characters; it needs " + SHORTEST + " to " + LONGEST + ".");
        }
        if (AccountName.keyOf(password).equals(ownerKey)) {
            throw new NotAcceptable("password", "The password is the name; choose another.");
        }
        if (CommonPasswords.includes(password, ownerKey)) {
            throw new NotAcceptable(
                    "password",
                    "The password is made of pieces that are tried first; take a few words that do not belong"
                            + " together.");
        }
    }

    /** The same letters typed on different keyboards are the same password. */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
