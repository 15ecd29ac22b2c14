package dev.undertone.review;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a change in one transaction, and again if the database sacrificed it to another one. */
@Component
public class ReviewTransactions {

    private static final int MOST = 5;

    private final TransactionTemplate transaction;

    ReviewTransactions(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the change answers once it is stored.
     *
     * @throws ConcurrencyFailureException if it was in the way of others each time
     */
    public <T> T run(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(running -> change.get());
            } catch (ConcurrencyFailureException lost) {
                if (attempt == MOST) {
                    throw lost;
                }
            }
        }
    }
}
