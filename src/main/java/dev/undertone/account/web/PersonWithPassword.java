package dev.undertone.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A person who was made or got another password.
 *
 * @param person who
 * @param password the password, if we made it; shown this once
 */
record PersonWithPassword(
        @JsonUnwrapped PersonAnswer person,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {

    @Override
    public String toString() {
        return "PersonWithPassword[" + person + "]";
    }
}
