package dev.undertone.moderation.policies;

import dev.undertone.audit.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Moves versions from draft over shadow to live and into the archive. */
@Service
public class PolicyStates {

    /** Each is judged for every text, so that a few must do. */
    static final int MAX_SHADOWS = 5;

    private final PolicyVersions versions;
    private final PolicyChanges changes;
    private final PolicyShelf shelf;
    private final PolicyRecord record;
    private final Clock clock;

    PolicyStates(PolicyVersions versions, PolicyChanges changes, PolicyShelf shelf, PolicyRecord record, Clock clock) {
        this.versions = versions;
        this.changes = changes;
        this.shelf = shelf;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Lets a draft say what it would have done.
     *
     * @throws NoSuchPolicy if there is no such version
     * @throws PolicyConflict if it is no draft, or too many say so already
     */
    public VersionDetails shadow(UUID policy, int number, Actor by) {
        return changes.inTurn(live -> {
            PolicyVersion version = shelf.version(policy, number);
            VersionState before = version.state();
            version.shadow();
            if (versions.countByState(VersionState.SHADOW) > MAX_SHADOWS) {
                throw PolicyConflict.tooManyShadows(MAX_SHADOWS);
            }
            record.moved(by, "policy.shadowed", version, before);
            changes.announce(live);
            return PolicyShelf.details(version);
        });
    }

    /**
     * Lets a version judge from now on; the one that did until now goes into the archive.
     *
     * @throws NoSuchPolicy if there is no such version
     * @throws PolicyConflict if it is neither draft nor shadow, or nobody has previewed it
     */
    public VersionDetails activate(UUID policy, int number, Actor by) {
        return changes.inTurn(live -> {
            PolicyVersion version = shelf.version(policy, number);
            VersionState before = version.state();
            version.activate(live, now());
            retire(by, versions.getReferenceById(live));
            record.moved(by, "policy.activated", version, before);
            changes.announce(version.id());
            return PolicyShelf.details(version);
        });
    }

    /**
     * Puts back the version that was live before the one that is; it has been previewed in its time.
     *
     * @param number of the live version, so that a call sent twice rolls back once
     * @throws NoSuchPolicy if there is no such version
     * @throws PolicyConflict if it is not live, or was the first
     */
    public VersionDetails rollBack(UUID policy, int number, Actor by) {
        return changes.inTurn(live -> {
            PolicyVersion version = shelf.version(policy, number);
            if (!version.id().equals(live)) {
                throw PolicyConflict.notLive(
                        version, versions.getReferenceById(live).label());
            }
            UUID before = version.replaced().orElseThrow(() -> PolicyConflict.nothingBefore(version));
            PolicyVersion back = versions.getReferenceById(before);
            retire(by, version);
            VersionState archived = back.state();
            back.comeBack(now());
            record.moved(by, "policy.rolled-back", back, archived);
            changes.announce(back.id());
            return PolicyShelf.details(back);
        });
    }

    /**
     * Puts a draft or shadow away for good.
     *
     * @throws NoSuchPolicy if there is no such version
     * @throws PolicyConflict if it is live or in the archive
     */
    public VersionDetails archive(UUID policy, int number, Actor by) {
        return changes.inTurn(live -> {
            PolicyVersion version = shelf.version(policy, number);
            VersionState before = version.state();
            version.archive();
            record.moved(by, "policy.archived", version, before);
            changes.announce(live);
            return PolicyShelf.details(version);
        });
    }

    /** Keeps that somebody saw what the version would do; without that it cannot go live. */
    public void previewed(UUID policy, int number, Actor by) {
        changes.inTurn(live -> {
            PolicyVersion version = shelf.version(policy, number);
            version.previewed(now());
            record.previewed(by, version);
            return version;
        });
    }

    private void retire(Actor by, PolicyVersion version) {
        VersionState before = version.state();
        version.giveWay();
        record.moved(by, "policy.archived", version, before);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
