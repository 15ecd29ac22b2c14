package dev.undertone.audit;

/**
 * Where a chain does not hold.
 *
 * @param sequence the place of the entry that is wrong or should be there
 * @param kind what was done to it
 * @param detail the same in one line for people
 */
public record ChainBreak(long sequence, Kind kind, String detail) {

    /** What can be done to a chain. */
    public enum Kind {
        /** A field of an entry was changed. */
        EDITED,
        /** An entry that others follow is gone. */
        DELETED,
        /** An entry was put in that nobody had appended. */
        INSERTED,
        /** Entries have changed places. */
        REORDERED,
        /** An entry gave way to another with a right hash of its own. */
        REPLACED,
        /** Entries are gone from the end. */
        CUT,
        /** The row that counts the entries is gone. */
        HEAD_MISSING
    }
}
