package dev.undertone.account;

/** Names are unique among people, and among API keys, whatever their case. */
public final class NameTaken extends RuntimeException {

    private static final String FACT = "There is already %s named \"%s\"; choose another name.";

    NameTaken(String kind, AccountName name) {
        super(FACT.formatted(kind, name.value()));
    }

    NameTaken(String kind, AccountName name, Exception cause) {
        super(FACT.formatted(kind, name.value()), cause);
    }
}
