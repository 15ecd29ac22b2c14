package dev.undertone.distilbert.peer;

/** A library that ours is compared with did not work. */
public final class PeerFailed extends RuntimeException {
    PeerFailed(String fact, Exception cause) {
        super(fact + ": " + cause.getMessage(), cause);
    }
}
