package dev.undertone.classification.web.batch;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a job, and the key to it: whoever knows it may see the texts, so it cannot be guessed.
 *
 * @param value 128 random bits as 32 hexadecimal digits
 */
record BatchId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    BatchId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a batch id has 32 hexadecimal digits");
        }
    }

    static BatchId random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new BatchId(HexFormat.of().formatHex(bits));
    }

    /** The id written like this, or empty if none can be. */
    static Optional<BatchId> parse(String written) {
        return ALLOWED.matcher(written).matches() ? Optional.of(new BatchId(written)) : Optional.empty();
    }
}
