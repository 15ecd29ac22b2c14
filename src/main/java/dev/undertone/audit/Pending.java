package dev.undertone.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has appended and not yet written. As a synchronization it is put aside and taken up again with
 * its transaction.
 */
final class Pending implements TransactionSynchronization {

    private final List<Noted> noted = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private boolean closed;

    /** That of the running transaction, if it still takes entries. */
    static Optional<Pending> current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(pending -> !pending.closed)
                .findFirst();
    }

    void add(Instant at, Actor by, Change change) {
        noted.add(new Noted(at, by, change));
    }

    /** Gives what is to be written; from now on the transaction takes no more. */
    List<Noted> close() {
        closed = true;
        return List.copyOf(noted);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, noted.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int kept = savepoints.getOrDefault(savepoint, 0);
        noted.subList(kept, noted.size()).clear();
    }

    /**
     * An entry without its place in the chain.
     *
     * @param at when it was appended
     * @param by who did it
     * @param change what they did
     */
    record Noted(Instant at, Actor by, Change change) {}
}
