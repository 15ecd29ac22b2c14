package crooked;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Breaks: tests do not sleep, none is switched off, and all stand where the build runs them, which this does not. */
final class SleepyChecks {

    @Test
    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    @Test
    @Disabled
    void dozes() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
