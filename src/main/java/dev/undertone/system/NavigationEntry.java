package dev.undertone.system;

import dev.undertone.account.Scope;
import java.util.Locale;
import java.util.Set;

/** The pages that the frame leads to, in the order shown, with the scopes of which one is enough to open them. */
enum NavigationEntry {
    ANALYSE("/"),
    BATCH("/batch"),
    REVIEW("/queue", Scope.REVIEW),
    TRIAGE("/triage", Scope.REVIEW),
    POLICIES("/policies", Scope.POLICY, Scope.READ),
    INSIGHTS("/insights", Scope.READ),
    MODELS("/models", Scope.READ),
    AUDIT("/audit", Scope.AUDIT),
    ADMIN("/admin", Scope.ADMIN);

    private final String path;

    // What Set.of makes never changes; the check knows only types.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Scope> oneOf;

    NavigationEntry(String path, Scope... oneOf) {
        this.path = path;
        this.oneOf = Set.of(oneOf);
    }

    /** Where it leads. */
    public String path() {
        return path;
    }

    /** What templates call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody with these scopes may open it; what asks for none is open to all. */
    boolean opensTo(Set<Scope> scopes) {
        return oneOf.isEmpty() || scopes.stream().anyMatch(oneOf::contains);
    }
}
