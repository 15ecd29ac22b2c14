package dev.undertone.system.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name that a caller gave to a request; the same name by another caller is another key.
 *
 * @param owner who
 * @param value 1 to 255 printable ASCII characters
 */
record IdempotencyKey(String owner, String value) {

    static final int LONGEST = 255;

    private static final Pattern FORM = Pattern.compile("[ -~]{1," + LONGEST + "}");

    /** Refuses other forms. */
    IdempotencyKey {
        if (!FORM.matcher(value).matches() || value.isBlank()) {
            throw Refusals.badKey();
        }
    }

    /** What stands for it in the database. */
    String hash() {
        return Hashes.sha256(owner.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.US_ASCII));
    }
}
