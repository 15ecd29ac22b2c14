package dev.undertone.moderation.policies;

import dev.undertone.audit.Actor;
import dev.undertone.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the policy of a new installation as {@code default@1}, live, so that people see it and can go on from it. */
@Component
class FirstPolicy {

    private static final PolicyName NAME = new PolicyName("default");
    private static final VersionNote NOTE = new VersionNote("The policy of a new installation.");

    private final Standing standing;
    private final StoredPolicies policies;
    private final PolicyVersions versions;
    private final PolicyRecord record;
    private final TransactionTemplate apart;
    private final Clock clock;

    FirstPolicy(
            Standing standing,
            StoredPolicies policies,
            PolicyVersions versions,
            PolicyRecord record,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.standing = standing;
        this.policies = policies;
        this.versions = versions;
        this.record = record;
        this.clock = clock;
        // Apart from a running transaction, which may be undone although others judge by this policy already.
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Afterwards there is a live policy. */
    void ensure() {
        if (standing.counter().isPresent()) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> install());
        } catch (DataAccessException perhapsLate) {
            // Two instances that start at once: the row of the other one stood in the way.
            if (standing.counter().isEmpty()) {
                throw perhapsLate;
            }
        }
    }

    private void install() {
        standing.insert();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Actor by = Actor.service();
        StoredPolicy policy = policies.save(new StoredPolicy(NAME, now, by.name()));
        PolicyVersion version = new PolicyVersion(policy, 1, new NewVersion(Policy.standard(), NOTE), now, by.name());
        record.created(by, version);
        version.installAsFirst(now);
        versions.saveAndFlush(version);
        record.moved(by, "policy.activated", version, VersionState.DRAFT);
        standing.changed(version.id());
    }
}
