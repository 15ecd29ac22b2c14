package dev.undertone.classification.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts behind the chips under the field; name and words are in messages.properties. */
enum Example {
    COMPLAINT,
    WORRY,
    NEWS,
    FACT;

    static Optional<Example> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(example -> example.label().equals(name))
                .findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of the text. */
    public String textKey() {
        return "analyse.example." + label() + ".text";
    }
}
