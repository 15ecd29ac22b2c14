package dev.undertone.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do: each endpoint of the API asks for one of these. */
public enum Scope {
    SUBMIT,
    READ,
    REVIEW,
    POLICY,
    AUDIT,
    ADMIN;

    /** The name in commands, answers and granted authorities, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the scope with this name, whatever its case. */
    public static Optional<Scope> withLabel(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equalsIgnoreCase(label))
                .findFirst();
    }
}
