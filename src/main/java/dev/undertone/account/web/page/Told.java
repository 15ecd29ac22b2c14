package dev.undertone.account.web.page;

import java.io.Serializable;

/**
 * What the next page tells of a change.
 *
 * @param key of the words
 * @param name of whom or what was changed
 * @param detail the key of a further word; empty for none
 * @param secret what is shown this once; empty for none
 */
record Told(String key, String name, String detail, String secret) implements Serializable {

    static Told done(String key, String name) {
        return new Told(key, name, "", "");
    }

    static Told done(String key, String name, String detail) {
        return new Told(key, name, detail, "");
    }

    static Told secret(String key, String name, String secret) {
        return new Told(key, name, "", secret);
    }

    @Override
    public String toString() {
        return "Told[" + key + ", " + name + "]";
    }
}
