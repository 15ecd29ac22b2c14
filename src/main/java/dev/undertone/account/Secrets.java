package dev.undertone.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes what nobody can guess. */
@Component
public final class Secrets {

    /** Without the characters that people mix up: 32 of them, five bits each. */
    private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_GROUPS = 5;
    private static final int GROUP = 5;
    private static final int CODE_GROUPS = 3;
    private static final int CODE_GROUP = 4;
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A password of 125 random bits that can be read out over the telephone. */
    String password() {
        return legible(PASSWORD_GROUPS, GROUP);
    }

    /** A code of 60 random bits, for what lasts as long as one start of the service. */
    public String code() {
        return legible(CODE_GROUPS, CODE_GROUP);
    }

    private String legible(int groups, int group) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < groups * group; i++) {
            if (i > 0 && i % group == 0) {
                secret.append('-');
            }
            secret.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return secret.toString();
    }

    /** 256 random bits as text that fits into a header or a cookie. */
    public String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a token; one round suffices, since nobody can try 2^256 of them. */
    public static String hashOf(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
