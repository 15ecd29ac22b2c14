package dev.undertone.review;

/** An item cannot be assigned to somebody who is not there, or who does not review. */
public final class NobodyToAssign extends RuntimeException {

    NobodyToAssign(String name) {
        super("There is nobody \"" + (name.length() > 60 ? name.substring(0, 60) + "…" : name)
                + "\" who reviews; name a moderator or a lead by name or id.");
    }
}
