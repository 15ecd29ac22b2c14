package dev.undertone.moderation.policies;

/** The life of a policy version. */
public enum VersionState {
    /** Says nothing yet. */
    DRAFT,
    /** Says what it would have done, which changes nothing. */
    SHADOW,
    /** Judges; one version at a time. */
    LIVE,
    /** Has had its time. */
    ARCHIVED
}
