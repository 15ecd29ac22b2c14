package dev.undertone.moderation;

/** What people made of a submission in the end. */
public enum Resolution {
    /** It was fine: if the machine held it, the machine was wrong. */
    APPROVED,
    /** It was not: if the machine held it, the machine was right. */
    REJECTED,
    /** Nobody needed to decide; says nothing about the machine. */
    IGNORED
}
