package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** No room for the embedded database to grow: the system refuses it to write beyond a size. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no shell there limits how large a file may get")
final class FullDiskTests {

    private static final int KIBIBYTE = 1024;
    private static final int ROOM_KIB = Form.of(1024, 16 * 1024);
    private static final String LEASE = "--undertone.review.lease=2s";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void aFullDiskIsSaidAndLosesNothing(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        Premises premises = Premises.onH2(folder);
        String key = premises.newKey("drill", "submit,read,review,audit");
        Ledger ledger = new Ledger();
        long limit = Files.size(premises.data().resolve("undertone.mv.db")) / KIBIBYTE + ROOM_KIB;
        try (ServiceProcess service = premises.openAfter("ulimit -f " + limit, LEASE)) {
            Api api = new Api(service.port(), key);
            Load load = new Load(api, "full", ledger, 2);
            try (load) {
                Awaitility.await().atMost(PATIENCE).until(() -> ledger.refusals() > 10);
            }
            assertThat(ledger.surprises()).isEmpty();
            assertThat(service.isRunning()).isTrue();
        }
        assertThat(ledger.acknowledged()).isPositive();
        try (ServiceProcess service = premises.open(LEASE)) {
            Inspection inspection = new Inspection(new Api(service.port(), key));
            inspection.assertNothingLost(ledger);
            inspection.assertNothingStuck();
        }
    }
}
