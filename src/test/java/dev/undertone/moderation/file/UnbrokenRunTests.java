package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.BulkIntake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Whatever comes in between, each row of a file is submitted once. */
final class UnbrokenRunTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private static final int ROWS = 50;

        private final Bench bench;

        Cases(ApplicationContext context) {
            this.bench = new Bench(context);
        }

        @Test
        void aStopBetweenTwoChunksLosesAndRepeatsNothing() {
            int before = bench.classified();
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            AtomicInteger chunks = new AtomicInteger();
            bench.freshWorker(bench.intake()).workOff(() -> chunks.getAndIncrement() < 3);
            assertThat(bench.job(id).progress().rowsRead()).isBetween(1L, ROWS - 1L);

            bench.freshWorker(bench.intake()).workOff(Bench.ALWAYS);

            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
            assertThat(bench.job(id).progress().submitted()).isEqualTo(ROWS);
            assertThat(bench.classified() - before).isEqualTo(ROWS);
        }

        @Test
        void aProcessThatDiesWhileStoringLosesAndRepeatsNothing() {
            FileJobId id =
                    bench.receive("posts.csv", "text\n \n" + Bench.csv(ROWS).substring(5));
            AtomicInteger chunks = new AtomicInteger();
            BulkIntake dying = (submissions, by, alongside) -> bench.intake().submitAll(submissions, by, receipts -> {
                alongside.accept(receipts);
                if (chunks.incrementAndGet() == 2) {
                    throw new Killed();
                }
            });
            assertThatThrownBy(() -> bench.freshWorker(dying).workOff(Bench.ALWAYS))
                    .isInstanceOf(Killed.class);
            assertThat(bench.texts()).hasSize(15);
            assertThat(bench.job(id).progress().rowsRead()).isEqualTo(16);

            bench.clock.advance(bench.settings.lease().plusSeconds(1));
            bench.freshWorker(bench.intake()).workOff(Bench.ALWAYS);

            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
            assertThat(bench.job(id).progress().rejected()).isEqualTo(1);
            assertThat(bench.rejected(id).lines()).hasSize(2);
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
        }

        @Test
        void aProcessThatDiesRightAfterStoringLosesAndRepeatsNothing() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            BulkIntake dying = (submissions, by, alongside) -> {
                bench.intake().submitAll(submissions, by, alongside);
                throw new Killed();
            };
            assertThatThrownBy(() -> bench.freshWorker(dying).workOff(Bench.ALWAYS))
                    .isInstanceOf(Killed.class);
            assertThat(bench.job(id).progress().submitted()).isEqualTo(bench.settings.chunk());

            bench.clock.advance(bench.settings.lease().plusSeconds(1));
            bench.freshWorker(bench.intake()).workOff(Bench.ALWAYS);

            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
        }

        @Test
        void twoWorkersNeverDoTheSameFile() {
            bench.receive("posts.csv", Bench.csv(ROWS));
            List<Integer> strangers = new ArrayList<>();
            BulkIntake watched = (submissions, by, alongside) -> {
                bench.freshWorker((more, who, what) -> {
                            strangers.add(more.size());
                            return List.of();
                        })
                        .workOff(Bench.ALWAYS);
                return bench.intake().submitAll(submissions, by, alongside);
            };
            bench.freshWorker(watched).workOff(Bench.ALWAYS);

            assertThat(strangers).isEmpty();
            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
        }

        @Test
        void aWorkerThatSleptThroughItsLeaseStoresNothing() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            AtomicInteger chunks = new AtomicInteger();
            AtomicInteger chunksOfTheOther = new AtomicInteger();
            BulkIntake sleepy = (submissions, by, alongside) -> {
                if (chunks.incrementAndGet() == 2) {
                    bench.clock.advance(bench.settings.lease().plusSeconds(1));
                    bench.freshWorker(bench.intake()).workOff(() -> chunksOfTheOther.getAndIncrement() < 2);
                }
                return bench.intake().submitAll(submissions, by, alongside);
            };
            bench.freshWorker(sleepy).workOff(Bench.ALWAYS);
            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS).subList(0, 2 * bench.settings.chunk()));
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.RUNNING);

            bench.freshWorker(bench.intake()).workOff(Bench.ALWAYS);

            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
            assertThat(bench.job(id).progress().submitted()).isEqualTo(ROWS);
        }

        @Test
        void aMissingModelIsWaitedForInsteadOfHoldingEveryRow() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            bench.model.refuse(2);
            bench.workOff();
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.WAITING);
            assertThat(bench.job(id).error())
                    .hasValueSatisfying(
                            error -> assertThat(error).contains("The model cannot be asked (tried 1 times)"));
            assertThat(bench.job(id).times().nextAttemptAt())
                    .contains(bench.clock.instant().plusMillis(1500));
            assertThat(bench.texts()).isEmpty();

            bench.workOff();
            assertThat(bench.job(id).attempts()).as("not before its time").isEqualTo(1);
            bench.clock.advance(Duration.ofMillis(1500));
            bench.workOff();
            assertThat(bench.job(id).attempts()).isEqualTo(2);
            bench.clock.advance(Duration.ofSeconds(3));
            bench.workOff();

            assertThat(bench.texts()).isEqualTo(Bench.rows(ROWS));
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
            assertThat(bench.job(id).error()).isEmpty();
        }

        @Test
        void aModelIsWaitedForHoweverLongItTakes() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(3));
            bench.model.refuse(bench.settings.maxAttempts() + 5);
            for (int i = 0; i < bench.settings.maxAttempts() + 5; i++) {
                bench.workOff();
                bench.clock.advance(bench.settings.longestWait());
            }
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.WAITING);
            bench.workOff();

            assertThat(bench.texts()).isEqualTo(Bench.rows(3));
        }

        @Test
        void aRowThatTheDatabaseRefusesDoesNotTakeItsNeighboursWithIt() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(20));
            BulkIntake picky = (submissions, by, alongside) -> {
                if (submissions.stream().anyMatch(row -> row.text().endsWith("007"))) {
                    throw new DataIntegrityViolationException("not this one");
                }
                return bench.intake().submitAll(submissions, by, alongside);
            };
            bench.freshWorker(picky).workOff(Bench.ALWAYS);

            assertThat(bench.texts()).hasSize(19).doesNotContain("this is row 007");
            assertThat(bench.rejected(id)).contains("8,the row could not be stored,this is row 007");
        }

        @Test
        void aCancelledFileStopsWhereItStands() {
            FileJobId id = bench.receive("posts.csv", Bench.csv(ROWS));
            AtomicInteger chunks = new AtomicInteger();
            BulkIntake watched = (submissions, by, alongside) -> {
                if (chunks.incrementAndGet() == 2) {
                    bench.files.cancel(id, Bench.FORUM);
                }
                return bench.intake().submitAll(submissions, by, alongside);
            };
            bench.freshWorker(watched).workOff(Bench.ALWAYS);

            assertThat(bench.texts()).hasSize(16);
            assertThat(bench.job(id).state()).isEqualTo(FileJobState.CANCELLED);
            assertThat(bench.job(id).progress().submitted()).isEqualTo(16);
            assertThat(bench.hasUpload(id)).isFalse();
            assertThat(bench.actions(id)).contains("file.cancelled").doesNotContain("file.finished");
            assertThatThrownBy(() -> bench.files.cancel(id, Bench.FORUM))
                    .isInstanceOf(FileRefused.AlreadyOver.class)
                    .hasMessageContaining("is CANCELLED already");
        }

        /** What {@code kill -9} is to a test: nothing of the worker's own clearing up happens. */
        private static final class Killed extends Error {
            Killed() {
                super("killed");
            }
        }
    }
}
