package dev.undertone.account.web.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one's own password, as it was sent.
 *
 * @param current the password until now; a secret
 * @param password the new one; a secret
 * @param again the same once more
 */
record PasswordForm(
        @Nullable String current,
        @Nullable String password,
        @Nullable String again) {

    String untilNow() {
        return Optional.ofNullable(current).orElse("");
    }

    String chosen() {
        return Optional.ofNullable(password).orElse("");
    }

    boolean sameTwice() {
        return chosen().equals(Optional.ofNullable(again).orElse(""));
    }

    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
