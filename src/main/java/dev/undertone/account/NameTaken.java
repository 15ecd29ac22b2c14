package dev.undertone.account;

import java.util.Locale;

/** Names are unique among people, and among API keys, whatever their case. */
public final class NameTaken extends RuntimeException {

    private static final String FACT = "There is already %s named \"%s\"; choose another name.";

    NameTaken(String kind, AccountName name) {
        super(String.format(Locale.ROOT, FACT, kind, name.value()));
    }

    NameTaken(String kind, AccountName name, Exception cause) {
        super(String.format(Locale.ROOT, FACT, kind, name.value()), cause);
    }
}
