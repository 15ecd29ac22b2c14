package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under a service that runs, and comes back. */
final class LostDatabaseTests {

    private static final Duration OUTAGE = Duration.ofSeconds(Form.of(3, 30));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLERS = 4;
    private static final int WORK = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static StoppablePostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static ServiceProcess service;

    @SuppressWarnings("NullAway.Init")
    private static Api api;

    @BeforeAll
    static void open() {
        postgres = new StoppablePostgres(folder.resolve("postgres"));
        Premises premises = Premises.onPostgres(folder, postgres.url());
        String key = premises.newKey("drill", "submit,read,review,audit");
        service = premises.open();
        api = new Api(service.port(), key);
    }

    @AfterAll
    static void close() {
        service.close();
        postgres.close();
    }

    @Test
    void aDatabaseThatIsStoppedIsWaitedFor() {
        outage("stopped", postgres::stop);
    }

    @Test
    void aDatabaseThatIsKilledIsWaitedFor() {
        outage("killed", postgres::kill);
    }

    private static void outage(String name, Runnable takeAway) {
        Ledger ledger = new Ledger();
        try (Load load = new Load(api, name, ledger, CALLERS)) {
            load.awaitAcknowledged(WORK);
            takeAway.run();
            Awaitility.await().during(OUTAGE).atMost(OUTAGE.plus(PATIENCE)).until(() -> isOut(api));
            assertOnlyWhatNeedsTheDatabaseIsGone();
            postgres.start();
            Awaitility.await().atMost(PATIENCE).until(() -> readiness() == 200);
            int before = ledger.acknowledged();
            load.awaitAcknowledged(WORK);
            assertThat(ledger.acknowledged())
                    .as("acknowledged after the outage, with the surprises %s", ledger.surprises())
                    .isGreaterThanOrEqualTo(before + WORK);
        }
        assertThat(service.isRunning()).isTrue();
        assertThat(ledger.refusals()).as("answers that said to come again").isPositive();
        new Inspection(api).assertNothingLost(ledger);
    }

    private static boolean isOut(Api caller) {
        return submit(caller).isUnavailable() && readiness() == 503;
    }

    private static void assertOnlyWhatNeedsTheDatabaseIsGone() {
        assertThat(submit(api).content()).doesNotContain("SQL", "jdbc", "localhost", "Exception", "insert");
        assertThat(submit(api.as("ut_nobodys")).isUnavailable())
                .as("nobody can say whose key this is")
                .isTrue();
        assertThat(api.get("/api/v1/reviewables").isUnavailable()).isTrue();
        assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
        Api visitor = new Api(service.port(), "");
        assertThat(visitor.post("/api/v1/classify", Map.of("text", "i am so happy"))
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    private static Answer submit(Api caller) {
        return caller.post("/api/v1/submissions", Map.of("channel", "drill", "text", "i am so happy"));
    }

    private static int readiness() {
        return api.get("/actuator/health/readiness").status();
    }
}
