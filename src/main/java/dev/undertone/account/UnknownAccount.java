package dev.undertone.account;

/** There is no person or API key with this id. */
public final class UnknownAccount extends RuntimeException {

    private UnknownAccount(String fact) {
        super(fact);
    }

    /** No such person. */
    public static UnknownAccount person() {
        return new UnknownAccount("There is no person with this id.");
    }

    /** No such API key. */
    public static UnknownAccount apiKey() {
        return new UnknownAccount("There is no API key with this id.");
    }
}
