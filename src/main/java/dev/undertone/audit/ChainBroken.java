package dev.undertone.audit;

/** The chain cannot be gone on with, because somebody else has written to its tables. */
public final class ChainBroken extends RuntimeException {

    ChainBroken(String fact) {
        super(fact + "; see the audit check for what is wrong");
    }
}
