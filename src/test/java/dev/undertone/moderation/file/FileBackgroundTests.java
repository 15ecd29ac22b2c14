package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.undertone.database.OnH2;
import dev.undertone.moderation.BulkIntake;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The thread behind the file intake. */
@OnH2
final class FileBackgroundTests {

    private final Bench bench;
    private final FileHousekeeping housekeeping;

    FileBackgroundTests(@Autowired ApplicationContext context) {
        this.bench = new Bench(context);
        this.housekeeping = context.getBean(FileHousekeeping.class);
    }

    @Test
    void whatWasLeftIsTakenUpAtTheStartAndWhatComesWhenItIsWoken() {
        FileJobId left = bench.receive("left.csv", Bench.csv(3));
        FileBackground background = new FileBackground(
                bench.freshWorker(bench.intake()), housekeeping, Duration.ofHours(1), true, bench.clock);
        background.start();
        try {
            await().untilAsserted(() -> assertThat(bench.job(left).state()).isEqualTo(FileJobState.DONE));
            FileJobId next = bench.receive("next.csv", Bench.csv(3));
            background.wake();
            await().untilAsserted(() -> assertThat(bench.job(next).state()).isEqualTo(FileJobState.DONE));
        } finally {
            background.stop();
        }
    }

    @Test
    void anInstanceThatOnlyTakesFilesInDoesNotBegin() {
        FileBackground idle = new FileBackground(
                bench.freshWorker(bench.intake()), housekeeping, Duration.ofHours(1), false, bench.clock);

        assertThat(idle.isAutoStartup()).isFalse();
    }

    @Test
    void whatEndsInAnErrorOnceIsTakenUpAgain() {
        FileJobId id = bench.receive("posts.csv", Bench.csv(3));
        AtomicBoolean once = new AtomicBoolean();
        BulkIntake exhausted = (submissions, by, alongside) -> {
            failOnce(once);
            return bench.intake().submitAll(submissions, by, alongside);
        };
        FileBackground background =
                new FileBackground(bench.freshWorker(exhausted), housekeeping, Duration.ofHours(1), true, bench.clock);
        background.start();
        try {
            await().untilAsserted(() -> assertThat(bench.job(id).attempts()).isEqualTo(1));
            bench.clock.advance(Duration.ofMinutes(1));
            background.wake();
            await().untilAsserted(() -> assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE));
        } finally {
            background.stop();
        }
    }

    @Test
    void theThreadOutlivesAnErrorBetweenTwoFiles() {
        AtomicBoolean once = new AtomicBoolean();
        InstantSource failing = () -> {
            failOnce(once);
            return bench.clock.instant();
        };
        FileBackground background = new FileBackground(
                bench.freshWorker(bench.intake()),
                housekeeping,
                Duration.ofHours(1),
                true,
                failing.withZone(ZoneOffset.UTC));
        background.start();
        try {
            await().untilTrue(once);
            FileJobId id = bench.receive("posts.csv", Bench.csv(3));
            background.wake();
            await().untilAsserted(() -> assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE));
        } finally {
            background.stop();
        }
    }

    private static void failOnce(AtomicBoolean once) {
        if (once.compareAndSet(false, true)) {
            throw new StackOverflowError("as if");
        }
    }

    @Test
    void aStopWaitsForTheChunkInHandAndLeavesTheRestToTheNextStart() throws Exception {
        FileJobId id = bench.receive("posts.csv", Bench.csv(50));
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        BulkIntake slow = (submissions, by, alongside) -> {
            inHand.countDown();
            try {
                stopping.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return bench.intake().submitAll(submissions, by, alongside);
        };
        FileBackground background =
                new FileBackground(bench.freshWorker(slow), housekeeping, Duration.ofHours(1), true, bench.clock);
        background.start();
        inHand.await();
        Thread stop = new Thread(background::stop);
        stop.start();
        await().until(() -> !background.isRunning());
        stopping.countDown();
        stop.join();

        assertThat(bench.texts()).hasSize(bench.settings.chunk());
        bench.freshWorker(bench.intake()).workOff(Bench.ALWAYS);
        assertThat(bench.texts()).as("no lease stands in the way").isEqualTo(Bench.rows(50));
        assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
    }
}
