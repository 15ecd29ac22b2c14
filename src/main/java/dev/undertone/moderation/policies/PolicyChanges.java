package dev.undertone.moderation.policies;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets changes of policies happen one after the other, and whoever judges hear of them. */
@Component
class PolicyChanges {

    private final FirstPolicy first;
    private final Standing standing;
    private final CurrentPolicies current;
    private final TransactionTemplate transaction;

    PolicyChanges(
            FirstPolicy first, Standing standing, CurrentPolicies current, PlatformTransactionManager transactions) {
        this.first = first;
        this.standing = standing;
        this.current = current;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes sure that there is something to change or to look at. */
    void prepare() {
        first.ensure();
    }

    /**
     * Does something to policies in a transaction, while nobody else does.
     *
     * @param work is given the id of the live version
     */
    <T> T inTurn(Function<UUID, T> work) {
        first.ensure();
        return transaction.execute(status -> work.apply(standing.lock()));
    }

    /** Tells that another version is live, or another one in the shadow, when the running transaction commits. */
    void announce(UUID live) {
        standing.changed(live);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                current.forget();
            }
        });
    }
}
