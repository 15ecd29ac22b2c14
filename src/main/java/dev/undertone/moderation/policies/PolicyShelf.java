package dev.undertone.moderation.policies;

import dev.undertone.audit.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Where policies and their versions are kept, found and added. */
@Service
public class PolicyShelf {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int MAX_VERSIONS = 1_000;
    private static final int SHOWN_VERSIONS = 50;

    private final StoredPolicies policies;
    private final PolicyVersions versions;
    private final PolicyChanges changes;
    private final PolicyRecord record;
    private final Standing standing;
    private final Clock clock;

    PolicyShelf(
            StoredPolicies policies,
            PolicyVersions versions,
            PolicyChanges changes,
            PolicyRecord record,
            Standing standing,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.changes = changes;
        this.record = record;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Stores a policy with its first version, a draft.
     *
     * @throws PolicyConflict if the name is taken
     */
    public PolicyDetails create(PolicyName name, NewVersion what, Actor by) {
        return changes.inTurn(live -> {
            if (policies.existsByName(name.value())) {
                throw PolicyConflict.nameTaken(name);
            }
            StoredPolicy policy = policies.save(new StoredPolicy(name, now(), by.name()));
            return details(policy, List.of(details(store(policy, 1, what, by))));
        });
    }

    /**
     * Stores what a policy shall say next, as a draft.
     *
     * @throws NoSuchPolicy if there is no such policy
     * @throws PolicyConflict if it has too many versions
     */
    public VersionDetails addVersion(UUID policy, NewVersion what, Actor by) {
        return addVersion(policy, what, OptionalInt.empty(), by);
    }

    /**
     * The same for somebody who has to know if another version was stored while they wrote theirs.
     *
     * @param seen the newest version that they have seen; empty if any may be there
     * @throws VersionMeanwhile if there is a newer one; then nothing is stored
     */
    public VersionDetails addVersion(UUID policy, NewVersion what, OptionalInt seen, Actor by) {
        return changes.inTurn(live -> {
            StoredPolicy stored = policies.findById(policy).orElseThrow(NoSuchPolicy::withThisId);
            int last = versions.lastNumber(policy).orElse(0);
            if (last > seen.orElse(last)) {
                throw new VersionMeanwhile(details(version(policy, last)));
            }
            if (last >= MAX_VERSIONS) {
                throw PolicyConflict.tooManyVersions(stored.name(), MAX_VERSIONS);
            }
            return details(store(stored, last + 1, what, by));
        });
    }

    private PolicyVersion store(StoredPolicy policy, int number, NewVersion what, Actor by) {
        PolicyVersion version = versions.save(new PolicyVersion(policy, number, what, now(), by.name()));
        record.created(by, version);
        return version;
    }

    /** Policies with their newest versions and those in force, the oldest policy first, behind one of them. */
    public List<PolicyDetails> list(Optional<UUID> after, int limit) {
        changes.prepare();
        List<StoredPolicy> found = policies.listAfter(after.orElse(BEFORE_ALL), Limit.of(limit));
        List<UUID> ids = found.stream().map(StoredPolicy::id).toList();
        Map<UUID, List<VersionDetails>> newest = versions.newestOrInForce(ids, SHOWN_VERSIONS).stream()
                .map(PolicyShelf::details)
                .collect(Collectors.groupingBy(VersionDetails::policyId));
        return found.stream()
                .map(policy -> details(policy, newest.getOrDefault(policy.id(), List.of())))
                .toList();
    }

    /**
     * One policy with its newest versions and those in force.
     *
     * @throws NoSuchPolicy if there is none
     */
    public PolicyDetails find(UUID policy) {
        return withVersions(policies.findById(policy).orElseThrow(NoSuchPolicy::withThisId));
    }

    /**
     * One version.
     *
     * @throws NoSuchPolicy if there is none
     */
    public VersionDetails find(UUID policy, int number) {
        return details(version(policy, number));
    }

    /** The version that judges. */
    public VersionDetails live() {
        return changes.inTurn(live -> details(versions.getReferenceById(live)));
    }

    /** The same, for whoever only looks and keeps nobody waiting. */
    public VersionDetails judging() {
        changes.prepare();
        return standing.live()
                .flatMap(versions::findById)
                .map(PolicyShelf::details)
                .orElseThrow();
    }

    /**
     * What a roll back of a live version would put back.
     *
     * @return empty if the version is not live or was the first
     * @throws NoSuchPolicy if there is no such version
     */
    public Optional<VersionDetails> before(UUID policy, int number) {
        PolicyVersion version = version(policy, number);
        return version.state() == VersionState.LIVE
                ? version.replaced().flatMap(versions::findById).map(PolicyShelf::details)
                : Optional.empty();
    }

    PolicyVersion version(UUID policy, int number) {
        StoredPolicy stored = policies.findById(policy).orElseThrow(NoSuchPolicy::withThisId);
        return versions.findByPolicyIdAndNumber(policy, number)
                .orElseThrow(() -> NoSuchPolicy.version(stored.name(), number));
    }

    private PolicyDetails withVersions(StoredPolicy policy) {
        return details(
                policy,
                versions.newestOrInForce(List.of(policy.id()), SHOWN_VERSIONS).stream()
                        .map(PolicyShelf::details)
                        .toList());
    }

    private static PolicyDetails details(StoredPolicy policy, List<VersionDetails> versions) {
        return new PolicyDetails(policy.id(), policy.name(), policy.createdAt(), policy.createdBy(), versions);
    }

    static VersionDetails details(PolicyVersion version) {
        return version.details(Standing.parse(version.rules()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
