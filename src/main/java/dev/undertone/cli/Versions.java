package dev.undertone.cli;

import dev.undertone.training.FineTuning;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions that a training figure depends on. */
final class Versions {

    private Versions() {}

    static Map<String, String> ofFrameworks() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Java", Runtime.version().toString());
        versions.putAll(FineTuning.frameworks());
        return versions;
    }
}
