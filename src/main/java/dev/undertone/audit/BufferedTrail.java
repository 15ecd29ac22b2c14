package dev.undertone.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the entries of a transaction and writes them as the last thing before its commit, because all transactions
 * queue for the end of the chain and each should hold it as briefly as it can.
 *
 * <p>It is told of every transaction by its manager and not by a synchronization that registers itself with the first
 * entry: one that is registered while others run before the commit would never be called, and its entries be lost.
 */
@Component
class BufferedTrail implements AuditTrail, TransactionExecutionListener {

    private final ChainWriter chain;
    private final Clock clock;

    BufferedTrail(ChainWriter chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public void append(Actor by, Change change) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalTransactionStateException(change.action() + " in a transaction that only reads");
        }
        Pending.current()
                .orElseThrow(() -> new IllegalTransactionStateException(
                        change.action() + " outside a transaction, or after its commit"))
                .add(clock.instant().truncatedTo(ChronoUnit.MICROS), by, change);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null
                && transaction.isNewTransaction()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Pending());
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        // What is about to be rolled back may not take another statement.
        if (!transaction.isNewTransaction() || transaction.isRollbackOnly()) {
            return;
        }
        List<Pending.Noted> noted = Pending.current().map(Pending::close).orElseGet(List::of);
        if (!noted.isEmpty()) {
            chain.write(noted);
        }
    }
}
