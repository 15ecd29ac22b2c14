package dev.undertone.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What may stand in a {@link Change} for a text or a name that must stay erasable: HMAC-SHA256 keyed with a random salt
 * that is stored with the thing itself and with nothing else. While the salt is there, the hash shows whether a text is
 * the one that was meant; once the salt has been erased with the thing, nobody can find out even by trying every text.
 * A plain hash, or one salt for all, would not do: short texts and names can be guessed.
 */
public final class SaltedHash {

    private static final int MIN_SALT = 16;

    private SaltedHash() {}

    /**
     * Hashes a text.
     *
     * @param salt at least 16 random bytes, of this one thing
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] salt, String text) {
        if (salt.length < MIN_SALT) {
            throw new IllegalArgumentException("a salt of " + salt.length + " bytes, expected 16 or more");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
