package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.drill.Arrivals.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Five times as many submissions as the service can take. */
final class OverloadTests {

    private static final Logger LOG = LoggerFactory.getLogger(OverloadTests.class);

    /** As many as the service takes in at once unless it is told otherwise. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final int MEASURED = Form.of(200, 2000);
    private static final int OVERLOAD_SECONDS = Form.of(2, 30);
    private static final int TIMES = 5;
    private static final int QUICK_MILLIS = 50;
    private static final int SETTLING_SECONDS = 10;
    private static final long MEMORY_SLACK_KIB = 64 * 1024;

    @Test
    void whatIsTooMuchIsRefusedAndTheRestServed(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        Premises premises = Form.isWhole() ? Premises.onH2WithShippedCheckpoint(folder) : Premises.onH2(folder);
        String key = premises.newKey("drill", "submit,read,review,audit");
        try (ServiceProcess service = premises.open()) {
            Api api = new Api(service.port(), key);
            double perSecond = capacity(api);
            List<Arrival> calm = Arrivals.at(MEASURED / 4, perSecond / TIMES, number -> submit(api, "calm-" + number));
            long memory = memoryKib(service);
            int sent = (int) (perSecond * TIMES * OVERLOAD_SECONDS);
            List<Arrival> storm = Arrivals.at(sent, perSecond * TIMES, number -> submit(api, "storm-" + number));
            long memoryAfter = memoryKib(service);
            List<Arrival> after = Arrivals.at(SETTLING_SECONDS, 1, number -> submit(api, "after-" + number));

            List<Arrival> accepted =
                    storm.stream().filter(one -> one.answer().status() == 201).toList();
            List<Arrival> refused =
                    storm.stream().filter(one -> one.answer().status() != 201).toList();
            assertThat(refused).isNotEmpty().allMatch(one -> one.answer().isUnavailable());
            assertThat(accepted).isNotEmpty();
            assertThat(after.get(after.size() - 1).answer().status()).isEqualTo(201);
            assertStoredOnce(api, storm);
            LOG.info("capacity {} a second; calm: {}", perSecond, Arrivals.figures(calm));
            LOG.info("storm, accepted: {}", Arrivals.figures(accepted));
            LOG.info("storm, refused: {}; memory {} -> {} KiB", Arrivals.figures(refused), memory, memoryAfter);
            LOG.info("after the storm: {}", Arrivals.figures(after));
            if (Form.isWhole()) {
                double usual = Arrivals.percentile(calm, 99);
                assertThat(Arrivals.percentile(accepted, 99))
                        .as("p99 of the accepted")
                        .isLessThan(2 * usual);
                assertThat(Arrivals.percentile(refused, 99))
                        .as("p99 of the refused")
                        .isLessThan(QUICK_MILLIS);
                assertThat(memoryAfter).as("memory").isLessThan(memory + MEMORY_SLACK_KIB);
                assertThat(after.get(after.size() - 1).millis())
                        .as("after the storm")
                        .isLessThan(2 * usual);
            }
        }
    }

    /** What as many callers as there are places get done in a second, each sending when it is answered. */
    private static double capacity(Api api) {
        work(api, "warm");
        long begin = System.nanoTime();
        work(api, "full");
        return MEASURED / ((System.nanoTime() - begin) / 1e9);
    }

    private static void work(Api api, String name) {
        new AtOnce(AT_ONCE).each(IntStream.range(0, MEASURED).boxed().toList(), number -> {
            Answer answer = submit(api, name + "-" + number);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        });
    }

    private static Answer submit(Api api, String externalId) {
        return api.postPlainly(
                "/api/v1/submissions",
                // Different words each time: what was read before costs nothing and would be no load.
                Map.of(
                        "externalId",
                        externalId,
                        "channel",
                        "drill",
                        "text",
                        "i am so very happy today with " + externalId));
    }

    /** Whatever was accepted is there under the name that it was sent with. */
    private static void assertStoredOnce(Api api, List<Arrival> storm) {
        Set<String> ids = new HashSet<>();
        Ledger ledger = new Ledger();
        int accepted = 0;
        for (Arrival arrival : storm) {
            Answer answer = arrival.answer();
            if (answer.status() == 201) {
                accepted++;
                ids.add(answer.text("id"));
                ledger.submitted(answer.text("id"), "storm-" + arrival.number());
            }
        }
        assertThat(ids).as("each has an id of its own").hasSize(accepted);
        new Inspection(api).assertNothingLost(ledger);
    }

    private static long memoryKib(ServiceProcess service) {
        try {
            return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
