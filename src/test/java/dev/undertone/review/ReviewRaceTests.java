package dev.undertone.review;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.Caller;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.drill.Form;
import dev.undertone.review.decisions.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/** Many people at the same items in the same moment. */
final class ReviewRaceTests {

    private static final int THREADS = 32;

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Test
        void noDoubleClaimAndNoDoubleDecisionAndEveryLoserIsTold() throws InterruptedException {
            race(Form.of(200, 1000));
        }

        @Test
        void whoeverAsksForTheNextFindsOneAsLongAsThereAreSome() throws InterruptedException {
            holdAll(CONDUCT, 0.9, THREADS);
            List<Callable<Optional<UUID>>> asking = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Caller caller = person("p" + i, false);
                asking.add(() -> claims.next(Optional.empty(), caller));
            }

            assertThat(run(asking)).doesNotContain(Optional.empty()).doesNotHaveDuplicates();
        }

        @Test
        void bulkDecisionsOfTheSameItemsDecideEachOnce() throws InterruptedException {
            List<UUID> ids = new ArrayList<>(holdAll(CONDUCT, 0.9, 100));
            List<Callable<Long>> deciding = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                List<UUID> shuffled = new ArrayList<>(ids);
                Collections.shuffle(shuffled, new Random(i));
                deciding.add(() ->
                        bulk.decide(shuffled, plainly(Outcome.IGNORED), LEA).decided());
            }

            assertThat(run(deciding).stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
            assertThat(count("decision")).isEqualTo(100);
        }

        @Test
        void anUndoFromTwoSidesHappensOnce() throws InterruptedException {
            List<UUID> decided = holdAll(CONDUCT, 0.9, 20).stream()
                    .map(id -> decide(id, Outcome.APPROVED, ANNA).id())
                    .toList();
            List<Callable<Boolean>> undoing = new ArrayList<>();
            decided.forEach(id -> Collections.nCopies(4, id).forEach(same -> undoing.add(() -> undone(same))));

            assertThat(Collections.frequency(run(undoing), true)).isEqualTo(20);
            assertThat(count("decision")).isEqualTo(40);
        }

        private boolean undone(UUID decision) {
            try {
                undo.undo(decision, LEA);
                return true;
            } catch (dev.undertone.review.decisions.UndoRefused late) {
                assertThat(late).hasMessageContaining("was undone by lea");
                return false;
            }
        }

        private void race(int items) throws InterruptedException {
            holdAll(CONDUCT, 0.9, items / 2);
            holdAll(CARE, 0.5, items - items / 2);

            Map<UUID, Caller> holders = claimEverything(items);
            assertThat(holders).hasSize(items);
            everybodyElseIsTold(holders);
            eachIsDecidedOnce(holders);

            assertThat(count("decision")).isEqualTo(items);
            assertThat(jdbc.sql("select count(*) from audit_entry where action = 'decision.made'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(items);
            assertThat(jdbc.sql("select count(*) from audit_entry where action = 'reviewable.claimed'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(items);
        }

        /** All ask for the next until there is none. */
        private Map<UUID, Caller> claimEverything(int items) throws InterruptedException {
            List<Callable<Map<UUID, Caller>>> asking = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Caller caller = person("p" + i, false);
                asking.add(() -> {
                    Map<UUID, Caller> got = new HashMap<>();
                    Callable<Optional<UUID>> asks = () -> claims.next(Optional.empty(), caller);
                    for (Optional<UUID> next = patiently(asks); next.isPresent(); next = patiently(asks)) {
                        got.put(next.get(), caller);
                    }
                    return got;
                });
            }
            Map<UUID, Caller> holders = new HashMap<>();
            int claimed = 0;
            for (Map<UUID, Caller> got : run(asking)) {
                claimed += got.size();
                holders.putAll(got);
            }
            assertThat(claimed).as("claims of %s items", items).isEqualTo(holders.size());
            return holders;
        }

        /** One stranger an item, all at once. */
        private void everybodyElseIsTold(Map<UUID, Caller> holders) throws InterruptedException {
            List<Callable<Boolean>> trying = new ArrayList<>();
            holders.forEach((id, holder) -> trying.add(() -> {
                try {
                    claims.claim(id, person("stranger", false));
                    return false;
                } catch (ReviewConflict told) {
                    return String.valueOf(told.getMessage())
                            .contains(holder.actor().name() + " until");
                }
            }));
            assertThat(run(trying)).containsOnly(true);
        }

        /** Each holder decides from four places at once, with the same version and token. */
        private void eachIsDecidedOnce(Map<UUID, Caller> holders) throws InterruptedException {
            List<Callable<Boolean>> deciding = new ArrayList<>();
            holders.forEach((id, holder) -> {
                for (int i = 0; i < 4; i++) {
                    deciding.add(() -> decided(id, holder));
                }
            });
            Collections.shuffle(deciding, new Random(1));
            List<Boolean> won = run(deciding);
            assertThat(Collections.frequency(won, true)).isEqualTo(holders.size());
        }

        private boolean decided(UUID id, Caller holder) {
            try {
                decisions.decide(id, 0, 1, plainly(Outcome.REJECTED), holder);
                return true;
            } catch (ReviewConflict told) {
                assertThat(told.state().decision().orElseThrow().decidedBy())
                        .isEqualTo(holder.actor().name());
                return false;
            }
        }

        private int count(String table) {
            return jdbc.sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
        }

        /** Comes again when all connections are taken for too long, as the answer 503 tells a program to. */
        private static <T> T patiently(Callable<T> task) throws Exception {
            for (int attempt = 1; ; attempt++) {
                try {
                    return task.call();
                } catch (CannotCreateTransactionException busy) {
                    if (attempt == 10) {
                        throw busy;
                    }
                }
            }
        }

        /** Runs all of them on {@value #THREADS} threads; any failure that is no answer fails the test. */
        private static <T> List<T> run(List<Callable<T>> tasks) throws InterruptedException {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Callable<T>> patient = new ArrayList<>();
                tasks.forEach(task -> patient.add(() -> patiently(task)));
                List<T> results = new ArrayList<>();
                for (Future<T> done : threads.invokeAll(patient)) {
                    results.add(done.get());
                }
                return results;
            } catch (ExecutionException broken) {
                throw new AssertionError("a change neither happened nor was answered", broken.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
