package dev.undertone.account.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The login form, as it was sent.
 *
 * @param username who wants to sign in
 * @param password with what; a secret
 * @param next the page of ours that somebody wanted before they were asked to sign in
 */
record LoginForm(
        @Nullable String username,
        @Nullable String password,
        @Nullable String next) {

    private static final int LONGEST_NAME = 240;

    /**
     * A path of this service and nothing else: no other host, however it is written, and no braces, which no browser
     * sends as such and a redirect would take for the name of something to fill in.
     */
    private static final Pattern PATH_OF_OURS =
            Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7A\\x7C\\x7E]{0,1000}");

    /** No longer than anybody's, as the page that refuses it shows it again. */
    String name() {
        String typed = Optional.ofNullable(username).orElse("");
        return typed.substring(0, Math.min(typed.length(), LONGEST_NAME));
    }

    String secret() {
        return Optional.ofNullable(password).orElse("");
    }

    Optional<String> wanted() {
        return Optional.ofNullable(next)
                .filter(path -> PATH_OF_OURS.matcher(path).matches());
    }

    @Override
    public String toString() {
        return "LoginForm[" + name() + "]";
    }
}
