package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.Submissions;
import dev.undertone.moderation.submissions.Arrivals;
import dev.undertone.policy.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

final class IntakeTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        private static final int CALLERS = 20;
        private static final Actor FORUM = Actor.service();

        @Autowired
        private Intake intake;

        @Autowired
        private Submissions submissions;

        @Autowired
        private Arrivals arrivals;

        @Autowired
        private StandingPolicies policies;

        @Autowired
        private JdbcClient database;

        @Test
        void twentyEqualSubmissionsInParallelAreOne() throws Exception {
            List<Receipt> receipts = inParallel(i -> intake.submit(post("m1", "i am furious"), FORUM));
            assertThat(receipts).filteredOn(Receipt::created).hasSize(1);
            assertThat(receipts)
                    .extracting(Receipt::submission)
                    .containsOnly(receipts.get(0).submission());
            assertThat(count()).isEqualTo(1);
        }

        @Test
        void batchesThatShareSubmissionsInAnotherOrderStoreEachOnce() throws Exception {
            List<NewSubmission> batch = new ArrayList<>(IntStream.range(0, 30)
                    .mapToObj(i -> post("m" + i, "i am happy"))
                    .toList());
            List<NewSubmission> backwards = new ArrayList<>(batch);
            Collections.reverse(backwards);
            List<List<Receipt>> all = inParallel(i -> intake.submitAll(i % 2 == 0 ? batch : backwards, FORUM));
            assertThat(all).allSatisfy(receipts -> assertThat(receipts).hasSize(30));
            assertThat(all.stream().flatMap(List::stream).filter(Receipt::created))
                    .hasSize(30);
            assertThat(count()).isEqualTo(30);
        }

        @Test
        void doublesWithinABatchAreOneAndKeepTheirPlaces() {
            List<Receipt> receipts = intake.submitAll(
                    List.of(
                            post("m1", "i am happy"),
                            post("m2", "i am sad"),
                            post("m1", "i am furious"),
                            post(null, "i am happy"),
                            post(null, "i am happy")),
                    FORUM);
            assertThat(receipts).extracting(Receipt::created).containsExactly(true, true, false, true, true);
            assertThat(receipts.get(2).submission()).isEqualTo(receipts.get(0).submission());
            assertThat(receipts)
                    .extracting(receipt -> receipt.submission().origin().text().orElseThrow())
                    .containsExactly("i am happy", "i am sad", "i am happy", "i am happy", "i am happy");
            assertThat(count()).isEqualTo(4);
        }

        @Test
        void theVeryObjectGivenTwiceIsTwoSubmissions() {
            NewSubmission same = post(null, "i am happy");
            List<Receipt> receipts = intake.submitAll(List.of(same, same), FORUM);
            assertThat(receipts.get(0).submission().id())
                    .isNotEqualTo(receipts.get(1).submission().id());
            assertThat(count()).isEqualTo(2);
        }

        @Test
        void theAnswerIsWhatIsFoundAfterwards() {
            SubmissionDetails answered =
                    intake.submit(post("m1", "i am furious"), FORUM).submission();
            assertThat(submissions.find(answered.id())).contains(answered);
        }

        @Test
        void theModelReadsOutsideOfAnyTransaction() {
            List<Boolean> inTransaction = new ArrayList<>();
            Intake watched = with(new Faulty(texts -> {
                inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
                return Faulty.calm(texts);
            }));
            watched.submit(post("m1", "hello"), FORUM);
            assertThat(inTransaction).containsExactly(false);
        }

        @Test
        void whatTheModelFailedToReadIsStoredAsHeldAndSaysWhy() {
            Intake failing = with(new Faulty(texts -> {
                throw new IllegalStateException("out of order");
            }));
            Receipt receipt = failing.submit(post("m1", "hello"), FORUM);
            assertThat(receipt.created()).isTrue();
            SubmissionDetails stored =
                    submissions.find(receipt.submission().id()).orElseThrow();
            assertThat(stored.queue()).contains(QueueName.UNCERTAIN);
            assertThat(stored.verdict().label()).isEqualTo("HOLD");
            assertThat(stored.scoring()).isEmpty();
            assertThat(stored.obstacle()).contains("Not scored, so a person looks: the model failed.");
        }

        private Intake with(Faulty classifier) {
            TextReader reader = new TextReader(classifier, new ModerationSettings(1, Duration.ofSeconds(1), 10));
            return new StoringIntake(new Assessor(reader, policies), arrivals);
        }

        private long count() {
            return database.sql("select count(*) from submission")
                    .query(Long.class)
                    .single();
        }

        private static NewSubmission post(@org.jspecify.annotations.Nullable String externalId, String text) {
            return new NewSubmission(
                    Optional.ofNullable(externalId), "forum", Optional.of("ann"), text, Optional.empty());
        }

        private static <T> List<T> inParallel(java.util.function.IntFunction<T> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
            try {
                CyclicBarrier start = new CyclicBarrier(CALLERS);
                List<Future<T>> running = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    int number = i;
                    running.add(threads.submit(() -> {
                        start.await();
                        return work.apply(number);
                    }));
                }
                List<T> results = new ArrayList<>();
                for (Future<T> one : running) {
                    results.add(one.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
