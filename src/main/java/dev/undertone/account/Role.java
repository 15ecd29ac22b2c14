package dev.undertone.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person is here for; the role decides the scopes. */
public enum Role {
    VIEWER,
    MODERATOR,
    LEAD,
    POLICY_OWNER,
    ADMIN;

    /** What a person of this role may do. */
    public Set<Scope> scopes() {
        return switch (this) {
            case VIEWER -> EnumSet.of(Scope.READ);
            case MODERATOR -> EnumSet.of(Scope.READ, Scope.REVIEW);
            case LEAD -> EnumSet.of(Scope.READ, Scope.REVIEW, Scope.AUDIT);
            case POLICY_OWNER -> EnumSet.of(Scope.READ, Scope.POLICY, Scope.AUDIT);
            case ADMIN -> EnumSet.allOf(Scope.class);
        };
    }

    /** Whether a person of this role answers for the work of others: takes escalations, undoes any decision. */
    public boolean lead() {
        return this == LEAD || this == ADMIN;
    }

    /** The name in commands and answers, such as {@code policy-owner}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds the role with this name, whatever its case. */
    public static Optional<Role> withLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equalsIgnoreCase(label))
                .findFirst();
    }
}
