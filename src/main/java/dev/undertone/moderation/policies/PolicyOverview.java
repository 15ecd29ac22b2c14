package dev.undertone.moderation.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** All policies at a glance, in as many queries for one as for fifty. */
@Service
public class PolicyOverview {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final StoredPolicies policies;
    private final PolicyVersions versions;
    private final PolicyChanges changes;

    PolicyOverview(StoredPolicies policies, PolicyVersions versions, PolicyChanges changes) {
        this.policies = policies;
        this.versions = versions;
        this.changes = changes;
    }

    /** Policies with the version that stands for each, the oldest policy first, behind one of them. */
    public List<Entry> list(Optional<UUID> after, int limit) {
        changes.prepare();
        List<StoredPolicy> found = policies.listAfter(after.orElse(BEFORE_ALL), Limit.of(limit));
        List<UUID> ids = found.stream().map(StoredPolicy::id).toList();
        Map<UUID, List<VersionDetails>> shown = versions.inForceOrNewest(ids).stream()
                .map(PolicyShelf::details)
                .collect(Collectors.groupingBy(VersionDetails::policyId));
        return found.stream()
                .map(policy -> new Entry(policy.id(), policy.name(), shown.getOrDefault(policy.id(), List.of())))
                .toList();
    }

    /**
     * A policy at a glance.
     *
     * @param id which one
     * @param name what it is called
     * @param versions the live one, those in the shadow, and the newest, the newest first
     */
    public record Entry(UUID id, String name, List<VersionDetails> versions) {

        /** Copies the versions. */
        public Entry {
            versions = List.copyOf(versions);
        }

        /** The version that stands for the policy: the live one, otherwise the newest. */
        public VersionDetails main() {
            return versions.stream()
                    .filter(version -> version.state() == VersionState.LIVE)
                    .findFirst()
                    .orElseGet(() -> versions.get(0));
        }

        /** How many versions there are. */
        public int count() {
            return versions.get(0).number();
        }
    }
}
