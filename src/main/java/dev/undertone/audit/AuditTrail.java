package dev.undertone.audit;

/** Takes down who changed what; the entry and the change are kept together or not at all. */
public interface AuditTrail {

    /**
     * Adds an entry when the running transaction commits.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if no transaction is running
     */
    void append(Actor by, Change change);
}
