package dev.undertone;

import java.util.Map;
import java.util.Set;

/** The table of the architecture: which module may use which others, and which are plain Java. */
final class ModuleTable {

    /** The modules that exist, each with what it may use. */
    static final Map<String, Set<String>> BUILT = Map.of(
            "emotion", Set.of(),
            "modelstore", Set.of("emotion"),
            "textfile", Set.of(),
            "distilbert", Set.of("modelstore"),
            "classification", Set.of("emotion", "distilbert", "modelstore", "textfile"),
            "training", Set.of("emotion", "distilbert", "modelstore", "textfile"),
            "cli", Set.of("emotion", "classification", "training", "modelstore", "textfile"),
            "system", Set.of());

    /** Modules that know neither Spring nor a database; a new one joins when it moves into {@link #BUILT}. */
    static final Set<String> PLAIN = Set.of("emotion", "modelstore", "textfile");

    private ModuleTable() {}
}
