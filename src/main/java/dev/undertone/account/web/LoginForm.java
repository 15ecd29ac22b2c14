package dev.undertone.account.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The login form, as it was sent.
 *
 * @param username who wants to sign in
 * @param password with what; a secret
 */
record LoginForm(@Nullable String username, @Nullable String password) {

    String name() {
        return Optional.ofNullable(username).orElse("");
    }

    String secret() {
        return Optional.ofNullable(password).orElse("");
    }

    @Override
    public String toString() {
        return "LoginForm[" + name() + "]";
    }
}
