package dev.undertone.system.threads;

import dev.undertone.ratelimit.CallerAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many threads each caller occupies at this moment. */
final class Occupants {

    private final int most;
    private final Map<CallerAddress, Integer> occupied = new ConcurrentHashMap<>();

    Occupants(int most) {
        this.most = most;
    }

    /** Occupies one more thread until {@link #leave}; false, and nothing is occupied, if the caller has all it may. */
    boolean enter(CallerAddress caller) {
        if (occupied.merge(caller, 1, Integer::sum) <= most) {
            return true;
        }
        leave(caller);
        return false;
    }

    void leave(CallerAddress caller) {
        occupied.computeIfPresent(caller, (same, threads) -> threads > 1 ? threads - 1 : null);
    }
}
