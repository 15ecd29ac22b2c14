package dev.undertone.classification.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * The logits of texts that one network has read, so that repeated ones need not run again. It holds no text: only a
 * digest of the token ids under a key that nobody knows and that ends with this object, so it is nothing to erase.
 */
public final class KnownLogits {

    private static final int KEY_BYTES = 32;

    private final Cache<ByteBuffer, float[]> known;
    private final boolean isOn;
    private final byte[] secret = new byte[KEY_BYTES];

    /** Keeps the logits of so many texts; none if it is 0. */
    public KnownLogits(int texts) {
        this.isOn = texts > 0;
        this.known =
                Caffeine.newBuilder().maximumSize(texts).executor(Runnable::run).build();
        new SecureRandom().nextBytes(secret);
    }

    /** What the network gave for these token ids, if it is still known. */
    public Optional<float[]> of(long[] ids) {
        return isOn ? Optional.ofNullable(known.getIfPresent(digest(ids))) : Optional.empty();
    }

    /** Remembers what the network gave for these token ids. */
    public void put(long[] ids, float[] logits) {
        if (isOn) {
            known.put(digest(ids), logits);
        }
    }

    private ByteBuffer digest(long[] ids) {
        ByteBuffer bytes = ByteBuffer.allocate(KEY_BYTES + ids.length * Long.BYTES);
        bytes.put(secret).asLongBuffer().put(ids);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return ByteBuffer.wrap(Arrays.copyOf(digest, KEY_BYTES / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
