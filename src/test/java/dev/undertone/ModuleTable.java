package dev.undertone;

import java.util.Map;
import java.util.Set;

/** The table of the architecture: which module may use which others, and which are plain Java. */
final class ModuleTable {

    /** The modules that exist, each with what it may use. */
    static final Map<String, Set<String>> BUILT = Map.ofEntries(
            Map.entry("emotion", Set.of()),
            Map.entry("figures", Set.of()),
            Map.entry("modelstore", Set.of("emotion")),
            Map.entry("textfile", Set.of()),
            Map.entry("paging", Set.of()),
            Map.entry("distilbert", Set.of("modelstore")),
            Map.entry("compilation", Set.of("modelstore")),
            Map.entry(
                    "classification",
                    Set.of("emotion", "distilbert", "compilation", "modelstore", "textfile", "ratelimit")),
            Map.entry("training", Set.of("emotion", "figures", "distilbert", "modelstore", "textfile")),
            Map.entry("policy", Set.of("emotion")),
            Map.entry("audit", Set.of("paging", "textfile")),
            Map.entry("ratelimit", Set.of()),
            Map.entry("account", Set.of("audit", "paging", "ratelimit")),
            Map.entry(
                    "moderation",
                    Set.of(
                            "emotion",
                            "figures",
                            "classification",
                            "policy",
                            "audit",
                            "account",
                            "paging",
                            "textfile",
                            "ratelimit")),
            Map.entry(
                    "review",
                    Set.of("emotion", "classification", "policy", "moderation", "audit", "account", "paging")),
            Map.entry(
                    "administration",
                    Set.of(
                            "emotion",
                            "figures",
                            "classification",
                            "modelstore",
                            "audit",
                            "account",
                            "policy",
                            "review")),
            Map.entry("demonstration", Set.of("emotion", "classification", "moderation", "review", "audit", "account")),
            Map.entry("wellbeing", Set.of("emotion", "policy", "account", "audit", "review")),
            Map.entry("insights", Set.of("emotion", "figures", "moderation", "textfile")),
            Map.entry("benchmark", Set.of("figures", "classification", "compilation", "distilbert", "modelstore")),
            Map.entry(
                    "cli",
                    Set.of(
                            "emotion",
                            "benchmark",
                            "classification",
                            "training",
                            "modelstore",
                            "textfile",
                            "account",
                            "audit",
                            "paging")),
            Map.entry("system", Set.of("moderation", "account", "paging", "ratelimit")));

    /** Modules that know neither Spring nor a database; a new one joins when it moves into {@link #BUILT}. */
    static final Set<String> PLAIN =
            Set.of("emotion", "figures", "modelstore", "compilation", "textfile", "paging", "policy");

    private ModuleTable() {}
}
