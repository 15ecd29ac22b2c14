package dev.undertone.account.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the first administrator is made.
 *
 * @param code what has to be typed in on the set-up page, at least 12 characters; empty for one that is made at each
 *     start and stands in the log
 */
@ConfigurationProperties("undertone.account.setup")
record SetupSettings(@DefaultValue("") String code) {

    private static final int SHORTEST = 12;

    /** Refuses what could be guessed. */
    SetupSettings {
        int counting = SetupCode.plain(code).length();
        if (!code.isEmpty() && counting < SHORTEST) {
            throw new IllegalArgumentException("undertone.account.setup.code has " + counting
                    + " characters besides spaces and hyphens, expected at least " + SHORTEST + " or none");
        }
    }

    @Override
    public String toString() {
        return "SetupSettings[]";
    }
}
