package dev.undertone.audit.web.page;

import dev.undertone.audit.ChainReport;
import java.time.Duration;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param report empty if there was nothing to check with
 * @param problem why it was not made; a key of the messages
 * @param took how long it took
 */
record CheckView(Optional<ChainReport> report, Optional<String> problem, Duration took) {

    static CheckView refused(String problem) {
        return new CheckView(Optional.empty(), Optional.of(problem), Duration.ZERO);
    }

    /** Seconds, for people. */
    public double seconds() {
        return took.toMillis() / 1000.0;
    }
}
