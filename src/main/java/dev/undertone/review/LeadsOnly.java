package dev.undertone.review;

/** Only a lead may do this. */
public final class LeadsOnly extends RuntimeException {

    /** Says what it is. */
    public LeadsOnly(String fact) {
        super(fact);
    }
}
