package dev.undertone.account.login;

import dev.undertone.ratelimit.Allowance;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may try to sign in.
 *
 * @param attemptsPerAddress attempts from one address in a window, and wrong API keys from it
 * @param addressWindow how long that window is
 * @param failuresPerAccount failed attempts on one account in a window; browsers that have signed in to it before each
 *     have as many of their own, and so has whoever is signed in and changes the password
 * @param accountWindow how long that window is
 * @param remembered addresses, accounts and browsers remembered at the same time, each
 */
@ConfigurationProperties("undertone.account.login")
record LoginSettings(
        @DefaultValue("25") int attemptsPerAddress,
        @DefaultValue("5m") Duration addressWindow,
        @DefaultValue("25") int failuresPerAccount,
        @DefaultValue("1h") Duration accountWindow,
        @DefaultValue("20000") int remembered) {

    /** Windows are counted from now on, and a clock has an end. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Refuses what would let nobody in. */
    LoginSettings {
        requirePositive("attempts-per-address", attemptsPerAddress, attemptsPerAddress > 0);
        requireTime("address-window", addressWindow);
        requirePositive("failures-per-account", failuresPerAccount, failuresPerAccount > 0);
        requireTime("account-window", accountWindow);
        requirePositive("remembered", remembered, remembered > 0);
    }

    Allowance perAddress() {
        return Allowance.each(attemptsPerAddress, addressWindow);
    }

    Allowance perAccount() {
        return Allowance.each(failuresPerAccount, accountWindow);
    }

    private static void requireTime(String name, Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("undertone.account.login." + name + " is " + value
                    + ", expected at least a millisecond and at most " + LONGEST.toDays() + " days");
        }
    }

    private static void requirePositive(String name, Object value, boolean positive) {
        if (!positive) {
            throw new IllegalArgumentException(
                    "undertone.account.login." + name + " is " + value + ", expected something positive");
        }
    }
}
