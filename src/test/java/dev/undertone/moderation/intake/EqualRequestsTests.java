package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.submissions.SubmissionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EqualRequestsTests {

    private static final SubmissionKey KEY = new SubmissionKey("forum", "m1");

    private final EqualRequests requests = new EqualRequests();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theSecondWaitsForTheFirstAndGetsWhatThatStored() throws Exception {
        Receipt receipt = receipt();
        CompletableFuture<Receipt> work = new CompletableFuture<>();
        Future<Receipt> first = start(work);
        Future<Receipt> second = second(first);
        work.complete(receipt);
        assertThat(first.get()).isEqualTo(receipt);
        assertThat(second.get()).isEqualTo(new Receipt(receipt.submission(), false));
    }

    @Test
    void theSecondFailsAsTheFirstDid() throws Exception {
        CompletableFuture<Receipt> work = new CompletableFuture<>();
        Future<Receipt> first = start(work);
        Future<Receipt> second = second(first);
        IntakeBusy busy = new IntakeBusy(Duration.ofSeconds(1));
        work.completeExceptionally(busy);
        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                .isThrownBy(second::get)
                .withCause(busy);
    }

    @Test
    void whatComesAfterwardsIsWorkedOnAgain() {
        Receipt receipt = receipt();
        assertThat(requests.once(KEY, () -> receipt)).isSameAs(receipt);
        assertThat(requests.once(KEY, () -> receipt)).isSameAs(receipt);
        assertThatExceptionOfType(IntakeBusy.class)
                .isThrownBy(() -> requests.once(KEY, () -> {
                    throw new IntakeBusy(Duration.ofSeconds(1));
                }));
        assertThat(requests.once(KEY, () -> receipt)).isSameAs(receipt);
    }

    private Future<Receipt> start(CompletableFuture<Receipt> work) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Future<Receipt> first = threads.submit(() -> requests.once(KEY, () -> {
            started.countDown();
            try {
                return work.join();
            } catch (java.util.concurrent.CompletionException failed) {
                throw (RuntimeException) failed.getCause();
            }
        }));
        started.await();
        return first;
    }

    private Future<Receipt> second(Future<Receipt> first) {
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        Future<Receipt> second = threads.submit(() -> {
            waiting.complete(Thread.currentThread());
            return requests.once(KEY, () -> {
                throw new AssertionError("worked on twice");
            });
        });
        Thread thread = waiting.join();
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING || second.isDone());
        assertThat(first.isDone()).isFalse();
        return second;
    }

    private static Receipt receipt() {
        SubmissionDetails.Origin origin = new SubmissionDetails.Origin(
                "forum", Optional.of("m1"), Optional.empty(), Optional.of("hello"), Optional.empty());
        return new Receipt(
                new SubmissionDetails(
                        new SubmissionId(UUID.randomUUID()),
                        origin,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("no model")),
                true);
    }
}
