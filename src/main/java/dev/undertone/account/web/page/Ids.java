package dev.undertone.account.web.page;

import java.util.Optional;
import java.util.UUID;

/** Reads ids in paths: one that is none is the id of nothing. */
final class Ids {

    private Ids() {}

    static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
