package dev.undertone.account.web.setup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The set-up form, as it was sent.
 *
 * @param code from the log
 * @param username what the administrator will sign in with
 * @param password of their choice; a secret
 * @param again the same once more
 */
record SetupForm(
        @Nullable String code,
        @Nullable String username,
        @Nullable String password,
        @Nullable String again) {

    /** So that what is wrong with one field stands beside it. */
    enum Field {
        CODE,
        NAME,
        PASSWORD,
        AGAIN;

        static Field named(String name) {
            return name.equals("name") ? NAME : PASSWORD;
        }
    }

    String typedCode() {
        return Optional.ofNullable(code).orElse("");
    }

    String name() {
        return Optional.ofNullable(username).orElse("");
    }

    String secret() {
        return Optional.ofNullable(password).orElse("");
    }

    boolean sameTwice() {
        return secret().equals(Optional.ofNullable(again).orElse(""));
    }

    @Override
    public String toString() {
        return "SetupForm[" + name() + "]";
    }
}
