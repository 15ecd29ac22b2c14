package dev.undertone.training;

/** A text that was split into tokens. */
interface Tokenized {

    /** How many there are, start and end marks included. */
    int tokens();
}
