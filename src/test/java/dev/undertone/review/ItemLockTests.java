package dev.undertone.review;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;

/** How changes of the same items wait for each other; in H2 only one connection writes at a time. */
@OnPostgres
final class ItemLockTests extends ReviewCases {

    /** More than an erasure takes at once. */
    private static final int MANY = 501;

    @Autowired
    private ReviewItems items;

    @Autowired
    private ApplicationEventPublisher published;

    @Test
    void aLockThatDoesNotComeIsAFailureAfterWhichAChangeIsTriedAgain() {
        UUID item = hold(CONDUCT, 0.9);
        transaction.executeWithoutResult(running -> {
            items.lock(item);
            for (Runnable other : List.<Runnable>of(
                    () -> items.lock(item), () -> items.lockAll(List.of(item)), () -> erase(submissionsLastFirst()))) {
                FutureTask<Void> waiting = begin(() -> {
                    jdbc.sql("set local lock_timeout = '100ms'").update();
                    other.run();
                });
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.MINUTES))
                        .hasCauseInstanceOf(ConcurrencyFailureException.class);
            }
        });
    }

    @Test
    void anErasureLocksAllItsItemsInTheOrderInWhichEverybodyDoes() throws Exception {
        holdAll(CONDUCT, 0.9, MANY);
        List<SubmissionId> lastFirst = submissionsLastFirst();
        UUID first = itemOf(lastFirst.get(MANY - 1));
        UUID last = itemOf(lastFirst.get(0));
        FutureTask<Void> erasure = transaction.execute(running -> {
            items.lock(first);
            FutureTask<Void> begun = begin(() -> erase(lastFirst));
            while (!begun.isDone() && nobodyWaits()) {
                Thread.onSpinWait();
            }
            assertThat(isFree(last))
                    .as("the last, while the first is waited for")
                    .isTrue();
            return begun;
        });
        erasure.get(1, TimeUnit.MINUTES);

        assertThat(item(last).status()).isEqualTo(ReviewStatus.ERASED);
    }

    private List<SubmissionId> submissionsLastFirst() {
        return jdbc.sql("select submission_id from reviewable order by id desc")
                .query((row, number) -> new SubmissionId(row.getObject(1, UUID.class)))
                .list();
    }

    private boolean nobodyWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private boolean isFree(UUID item) {
        Optional<UUID> free = jdbc.sql("select id from reviewable where id = ? for update skip locked")
                .param(item)
                .query(UUID.class)
                .optional();
        return free.isPresent();
    }

    private void erase(List<SubmissionId> submissions) {
        published.publishEvent(new AuthorErased(submissions, Actor.service(), clock.instant()));
    }

    /** In a transaction of another thread. */
    private FutureTask<Void> begin(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(() -> transaction.executeWithoutResult(running -> work.run()), null);
        new Thread(task).start();
        return task;
    }
}
