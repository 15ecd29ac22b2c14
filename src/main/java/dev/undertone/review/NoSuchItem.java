package dev.undertone.review;

/** There is nothing of this name. */
public final class NoSuchItem extends RuntimeException {

    /** Says what was looked for, such as {@code item}, and by which id. */
    public NoSuchItem(String sort, String id) {
        super("There is no " + sort + " \"" + (id.length() > 60 ? id.substring(0, 60) + "…" : id) + "\".");
    }
}
