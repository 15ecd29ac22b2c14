package dev.undertone.classification.serving;

/** The network is being closed: bulk work is not read to its end. */
public final class Retired extends RuntimeException {

    Retired() {
        super("the network is being closed");
    }
}
