package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service while it works, again and again on the same data. */
final class KilledServiceTests {

    private static final int KILLS = Form.of(2, 20);
    private static final int CALLERS = 4;

    /** Between these many acknowledgements and twice as many, so that each kill falls elsewhere. */
    private static final int WORK = Form.of(40, 150);

    /** Short, so that what the dead process held comes back while the test waits. */
    private static final String LEASE = "--undertone.review.lease=2s";

    @Test
    void nothingAcknowledgedIsLostOnH2(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        killAndInspect(Premises.onH2(folder));
    }

    @Test
    void nothingAcknowledgedIsLostOnPostgres(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        killAndInspect(Premises.onPostgres(folder, PostgresServer.newDatabase()));
    }

    private static void killAndInspect(Premises premises) {
        String key = premises.newKey("drill", "submit,read,review,audit");
        Ledger ledger = new Ledger();
        for (int kill = 0; kill <= KILLS; kill++) {
            try (ServiceProcess service = premises.open(LEASE)) {
                Api api = new Api(service.port(), key);
                Inspection inspection = new Inspection(api);
                inspection.assertNothingLost(ledger);
                if (kill < KILLS) {
                    work(service, api, "life-" + kill, ledger);
                } else {
                    inspection.assertNothingStuck();
                    inspection.assertChainHolds();
                }
            }
        }
        assertThat(ledger.submissions()).hasSizeGreaterThan(KILLS);
        assertThat(ledger.decisions()).hasSizeGreaterThan(KILLS);
    }

    private static void work(ServiceProcess service, Api api, String name, Ledger ledger) {
        try (Load load = new Load(api, name, ledger, CALLERS)) {
            load.awaitAcknowledged(WORK + Math.floorMod(name.hashCode() * 31, WORK));
            assertThat(service.isRunning()).as(service.log()).isTrue();
            service.kill();
        }
    }
}
