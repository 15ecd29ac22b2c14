package dev.undertone.classification.serving;

/** Whether somebody waits for the answer. */
public enum Urgency {
    /** A person or a program waits; it has gone when its deadline passes. */
    LIVE,
    /** Work that takes as long as it takes, and makes way for whoever waits. */
    BULK
}
