package dev.undertone.classification.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls and their sequences, with a network that gives each sequence its first id. */
@Timeout(20)
final class PassesTests {

    private final Echo network = new Echo();
    private final Passes passes = new Passes(network, new Limits(1, 2, 100));

    @Test
    void everySequenceGetsItsOwnLogits() {
        network.mayRun.release(1000);

        assertThat(run(numbered(300), Urgency.LIVE, Deadline.none()))
                .extracting(logits -> (int) logits[0])
                .containsExactlyElementsOf(
                        LongStream.range(0, 300).mapToObj(i -> (int) i).toList());
    }

    @Test
    void nothingIsRunForNobody() {
        assertThat(run(List.of(), Urgency.LIVE, Deadline.none())).isEmpty();
    }

    @Test
    void workWhoseDeadlinePassedIsNotRun() {
        assertThatThrownBy(() -> run(numbered(20), Urgency.LIVE, Deadline.in(Duration.ofMillis(20))))
                .isInstanceOf(Unanswered.class);
        network.mayRun.release(1000);

        run(List.of(new long[] {99}), Urgency.LIVE, Deadline.none());

        // what had begun, at most one pass of two sequences, and what came after
        assertThat(network.seen).hasSizeLessThanOrEqualTo(3).endsWith(99L);
    }

    @Test
    void workWhoseCallerWasInterruptedIsNotRun() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            begun.countDown();
            try {
                run(numbered(20), Urgency.LIVE, Deadline.none());
            } catch (Unanswered expected) {
                failure.complete(expected);
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();

        assertThat(failure.get()).isInstanceOf(Unanswered.class);
        network.mayRun.release(1000);
        run(List.of(new long[] {99}), Urgency.LIVE, Deadline.none());
        assertThat(network.seen).hasSizeLessThanOrEqualTo(3).endsWith(99L);
    }

    @Test
    void aFailureOfTheNetworkReachesTheCallerAndTheNextCallIsAnswered() {
        network.mayRun.release(1000);

        assertThatThrownBy(() -> run(List.of(new long[] {-1}), Urgency.LIVE, Deadline.none()))
                .hasMessage("broken");
        assertThat(run(List.of(new long[] {7}), Urgency.LIVE, Deadline.none())).hasSize(1);
    }

    @Test
    void closingFreesTheNetworkAfterTheLastPass() throws Exception {
        CompletableFuture<List<float[]>> last =
                CompletableFuture.supplyAsync(() -> run(numbered(1), Urgency.LIVE, Deadline.none()));
        network.begun.acquire();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(passes::close);
        // From when it lets nothing more in on, it only waits for the pass that has begun.
        assertThatThrownBy(() -> {
                    while (true) {
                        askInVain();
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        assertThat(network.closed).isFalse();

        network.mayRun.release();

        assertThat(last.get()).hasSize(1);
        closing.get();
        assertThat(network.closed).isTrue();
    }

    @Test
    void bulkWorkIsLeftWhereItIsWhenTheNetworkRetiresAndLiveWorkIsReadToItsEnd() throws Exception {
        CompletableFuture<List<float[]>> bulk =
                CompletableFuture.supplyAsync(() -> run(numbered(5000), Urgency.BULK, Deadline.none()));
        network.begun.acquire();
        CompletableFuture<List<float[]>> live =
                CompletableFuture.supplyAsync(() -> run(numbered(500), Urgency.LIVE, Deadline.none()));

        passes.retire();
        network.mayRun.release(5000);

        assertThat(live.get()).hasSize(500);
        assertThatThrownBy(bulk::get).hasCauseInstanceOf(Retired.class);
        assertThat(network.seen).hasSizeLessThan(1000);
    }

    @Test
    void whatWasReadBeforeItsCallerHadToGoIsTold() {
        network.mayRun.release(1000);
        List<Integer> told = new ArrayList<>();

        assertThatThrownBy(() -> passes.run(numbered(2000), Urgency.LIVE, Deadline.none(), (ids, logits) -> {
                    told.add((int) logits[0]);
                    if (told.size() == 3) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(Unanswered.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).hasSizeLessThan(2000).startsWith(0, 1, 2);
    }

    private void askInVain() {
        try {
            run(numbered(1), Urgency.LIVE, Deadline.in(Duration.ZERO));
        } catch (Unanswered late) {
            Thread.onSpinWait();
        }
    }

    private List<float[]> run(List<long[]> sequences, Urgency urgency, Deadline deadline) {
        List<float[]> all = new ArrayList<>();
        passes.run(sequences, urgency, deadline, (ids, logits) -> all.add(logits));
        return all;
    }

    private static List<long[]> numbered(int count) {
        return LongStream.range(0, count).mapToObj(i -> new long[] {i}).toList();
    }

    /** Waits for a permit before each pass. */
    private static final class Echo implements Network {

        private final Semaphore mayRun = new Semaphore(0);
        private final Semaphore begun = new Semaphore(0);
        private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean closed;

        @Override
        public float[][] run(int worker, List<long[]> texts, boolean allCores) {
            begun.release();
            mayRun.acquireUninterruptibly();
            texts.forEach(ids -> seen.add(ids[0]));
            if (texts.get(0)[0] < 0) {
                throw new IllegalArgumentException("broken");
            }
            return texts.stream().map(ids -> new float[] {ids[0]}).toArray(float[][]::new);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
