package dev.undertone.system.embedded;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is to write. First come, first served; a thread whose turn it is may write on several connections. */
final class Turns {

    /** The SQL state of a wait for a lock that took too long, as H2 and the callers of ours know it. */
    private static final String LOCK_TIMEOUT = "HYT00";

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration patience;

    Turns(Duration patience) {
        this.patience = patience;
    }

    Turn next() {
        return new Turn();
    }

    int waiting() {
        return lock.getQueueLength();
    }

    /** The turn of one connection. */
    final class Turn {

        private boolean taken;

        boolean isTaken() {
            return taken;
        }

        /**
         * Waits for the turn unless it is taken already.
         *
         * @throws SQLTimeoutException if it did not come in time
         */
        void begin() throws SQLException {
            if (taken) {
                return;
            }
            try {
                taken = lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLTimeoutException("interrupted while waiting to write", LOCK_TIMEOUT, e);
            }
            if (!taken) {
                throw new SQLTimeoutException(
                        "another connection kept writing for " + patience.toSeconds() + " s", LOCK_TIMEOUT);
            }
        }

        /** Lets the next one begin, if the turn was taken. */
        void end() {
            if (taken) {
                taken = false;
                lock.unlock();
            }
        }
    }
}
