package dev.undertone.account.web;

import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.account.UnknownAccount;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of bodies and paths. */
final class Fields {

    private Fields() {}

    static String required(@Nullable String value, String field) {
        if (value == null) {
            throw new FieldRefused(field, "\"" + field + "\" is missing.");
        }
        return value;
    }

    static Role role(@Nullable String label) {
        return Role.withLabel(required(label, "role"))
                .orElseThrow(() -> new FieldRefused(
                        "role",
                        "\"role\" must be one of "
                                + Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "))
                                + "."));
    }

    static Set<Scope> scopes(@Nullable List<@Nullable String> labels) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : Optional.ofNullable(labels).orElse(List.of())) {
            scopes.add(Optional.ofNullable(label).flatMap(Scope::withLabel).orElseThrow(Fields::unknownScope));
        }
        return scopes;
    }

    private static FieldRefused unknownScope() {
        return new FieldRefused(
                "scopes",
                "\"scopes\" must be a list of "
                        + Arrays.stream(Scope.values()).map(Scope::label).collect(Collectors.joining(", "))
                        + ".");
    }

    /** An id that is none is an id of nothing. */
    static UUID id(String text, Supplier<UnknownAccount> unknown) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw unknown.get();
        }
    }
}
