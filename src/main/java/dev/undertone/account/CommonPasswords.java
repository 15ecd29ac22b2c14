package dev.undertone.account;

import java.util.List;
import java.util.Locale;

/**
 * Tells passwords that are tried first. Lists of leaked passwords hold few of 12 characters and more; those that do
 * appear are put together from the same few pieces, so that it is enough to look at what is left without them.
 */
final class CommonPasswords {

    /** So many other characters are as good as a word of one's own. */
    static final int LEFT_AT_LEAST = 4;

    private static final int SHORTEST_NAME = 3;

    /** Longer pieces before those they contain. */
    private static final List<String> PIECES = List.of(
            "administrator",
            "1qaz2wsx3edc",
            "qwertyuiop",
            "1q2w3e4r5t",
            "0987654321",
            "1234567890",
            "iloveyou",
            "password",
            "passwort",
            "changeme",
            "sunshine",
            "princess",
            "football",
            "superman",
            "undertone",
            "moderator",
            "trustno1",
            "asdfghjkl",
            "letmein",
            "welcome",
            "zxcvbnm",
            "default",
            "qwertz",
            "qwerty",
            "abc123",
            "secret",
            "dragon",
            "monkey",
            "master",
            "shadow",
            "asdfgh",
            "123123",
            "111111",
            "654321",
            "123456",
            "abcdef",
            "login",
            "admin",
            "hello",
            "12345",
            "4321",
            "1234",
            "user",
            "root",
            "test",
            "pass",
            "123");

    private CommonPasswords() {}

    /** Whether the password is little more than common pieces, the owner's name, or the same few characters. */
    static boolean includes(String password, String ownersKey) {
        String left = plain(password);
        if (ownersKey.length() >= SHORTEST_NAME) {
            left = left.replace(plain(ownersKey), "");
        }
        for (String piece : PIECES) {
            left = left.replace(piece, "");
        }
        return left.chars().distinct().count() < LEFT_AT_LEAST;
    }

    /** In lower case, with letters in the places of the signs that are often put for them. */
    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("(?<=[a-z])0|0(?=[a-z])", "o")
                .replaceAll("(?<=[a-z])3|3(?=[a-z])", "e")
                .replaceAll("[\\s._!?*#-]", "");
    }
}
