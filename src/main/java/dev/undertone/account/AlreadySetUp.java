package dev.undertone.account;

/** There is a first person already; further ones are made by an administrator. */
public final class AlreadySetUp extends RuntimeException {
    AlreadySetUp() {
        super("This service has been set up already; sign in.");
    }

    AlreadySetUp(Exception sameMoment) {
        super("This service was set up at the same moment; sign in.", sameMoment);
    }
}
