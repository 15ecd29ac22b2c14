package dev.undertone.account.login;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface LoginOutcome {

    /**
     * They are who they say.
     *
     * @param identity who
     * @param browser what makes the browser known from now on; a secret
     */
    record Welcome(Identity.OfPerson identity, String browser) implements LoginOutcome {
        @Override
        public String toString() {
            return "Welcome[" + identity + "]";
        }
    }

    /** There is no such person, they are shut out, or the password is another; which of these is not told. */
    record Wrong() implements LoginOutcome {}

    /**
     * Too many attempts; name and password were not looked at.
     *
     * @param retryAfter until the next attempt
     */
    record TooMany(Duration retryAfter) implements LoginOutcome {}
}
