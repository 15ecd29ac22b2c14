package dev.undertone.review.live;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.undertone.database.OnH2;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewSettings;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** The thread that looks for changes. */
@OnH2
@Timeout(120)
final class ChangeFeedTests extends ReviewCases {

    @Autowired
    private ItemChanges changes;

    @Autowired
    private ReviewSettings settings;

    @Test
    void aStopWaitsForTheLookInHandAndInterruptsNobody() throws InterruptedException {
        ChangeFeed feed = new ChangeFeed(changes, settings);
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicBoolean undisturbed = new AtomicBoolean();
        feed.add(told -> {
            inHand.countDown();
            try {
                stopping.await();
                undisturbed.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        feed.start();
        UUID id = hold(CONDUCT, 0.9);
        claims.claim(id, ANNA);
        inHand.await();

        Thread stop = new Thread(feed::stop);
        stop.start();
        await().until(() -> !feed.isRunning() && stop.getState() != Thread.State.RUNNABLE);
        stopping.countDown();
        stop.join();

        assertThat(undisturbed).isTrue();
    }

    @Test
    void whoeverFailedOnceIsToldOfTheNextChange() {
        ChangeFeed feed = new ChangeFeed(changes, settings);
        AtomicBoolean failed = new AtomicBoolean();
        List<UUID> told = new CopyOnWriteArrayList<>();
        feed.add(found -> {
            if (!failed.getAndSet(true)) {
                throw new IllegalStateException("not now");
            }
            found.items().forEach(item -> told.add(item.id()));
        });
        feed.start();
        try {
            claims.claim(hold(CONDUCT, 0.9), ANNA);
            await().untilTrue(failed);
            UUID next = hold(CONDUCT, 0.9);
            claims.claim(next, ANNA);

            await().until(() -> told.contains(next));
        } finally {
            feed.stop();
        }
    }
}
