package dev.undertone.textfile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The fields that a row may have.
 *
 * @param names the name that the reader goes by, for each spelling in lower case; one of them is {@code text}
 */
public record FieldNames(Map<String, String> names) {

    static final String TEXT = "text";

    /** Copies the names. */
    public FieldNames {
        names = Map.copyOf(names);
        if (!names.containsKey(TEXT)) {
            throw new IllegalArgumentException("rows without a text are none");
        }
    }

    Optional<String> find(String written) {
        return Optional.ofNullable(names.get(written.strip().toLowerCase(Locale.ROOT)));
    }

    /** All of them in one line, for a message. */
    String listed() {
        return String.join(", ", new TreeSet<>(names.values()));
    }
}
