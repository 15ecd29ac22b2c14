package dev.undertone.moderation.policies;

/** Somebody stored a version of a policy while somebody else was still writing theirs. */
public final class VersionMeanwhile extends RuntimeException {

    private final transient VersionDetails newest;

    VersionMeanwhile(VersionDetails newest) {
        super(newest.createdBy() + " stored " + newest.label() + " meanwhile.");
        this.newest = newest;
    }

    /** The newest version, which the writer had not seen. */
    public VersionDetails newest() {
        return newest;
    }
}
