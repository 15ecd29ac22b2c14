package dev.undertone.account.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The list of all endpoints: one line each with method, path, and the scopes of which one lets in; {@code any} for
 * whoever is anybody, {@code open} for all, {@code form} for the forms that anybody may send. Whoever adds an endpoint
 * adds a line. Lines may stand there before their endpoint does.
 */
public final class EveryDoor {

    private EveryDoor() {}

    /** Its lines. */
    public static Stream<String> lines() {
        try (InputStream list = EveryDoor.class.getResourceAsStream("/every-door.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
