package dev.undertone.system;

import java.io.IOException;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** A request body is longer than the service reads. */
final class BodyTooLarge extends IOException {

    BodyTooLarge(DataSize limit) {
        super(String.format(
                Locale.ROOT,
                "The body is larger than %,d bytes; nothing was processed. Send fewer or shorter texts a request.",
                limit.toBytes()));
    }
}
