package dev.undertone.account;

/** Without this person nobody could administer the service any more. */
public final class LastAdmin extends RuntimeException {
    LastAdmin(String name) {
        super("\"" + name + "\" is the last enabled admin; make another admin first.");
    }
}
