package dev.undertone.moderation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.AuditTrail;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.erasure.AuthorErasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several erasures in the same file: all of them are done, and the rows of everybody else are submitted. */
final class ErasuresAtOnceTests {

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

        /** More than an erasure tries again. */
        private static final int AUTHORS = 12;

        private static final int EACH = 5;

        private final ApplicationContext context;
        private final Bench bench;
        private final FileJobs jobs;
        private final FileErasure inFiles;
        private final AuthorErasure erasure;
        private final TransactionTemplate transaction;

        Cases(ApplicationContext context) {
            this.context = context;
            this.bench = new Bench(context);
            this.jobs = new FileJobs(context.getBean(JdbcClient.class));
            this.inFiles = context.getBean(FileErasure.class);
            this.erasure = context.getBean(AuthorErasure.class);
            this.transaction = context.getBean(TransactionTemplate.class);
        }

        @Test
        void asManyAsComeTakeTurnsAtAFileThatIsBeingWorkedOn() throws Exception {
            FileJobId id = bench.receive("posts.csv", csv());
            AtomicInteger asked = new AtomicInteger();
            List<FutureTask<?>> erasures = new ArrayList<>();
            bench.freshWorker(bench.intake()).workOff(() -> {
                // After the first chunk, while the worker has the file open.
                if (asked.incrementAndGet() == 3) {
                    erasures.addAll(eraseAllButTheLastAtOnce());
                }
                return true;
            });
            for (FutureTask<?> each : erasures) {
                each.get(2, TimeUnit.MINUTES);
            }
            bench.workOff();

            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
            assertOnlyTheLastIsThere();
        }

        private List<FutureTask<?>> eraseAllButTheLastAtOnce() {
            CountDownLatch together = new CountDownLatch(AUTHORS - 1);
            List<FutureTask<?>> all = new ArrayList<>();
            for (int author = 0; author < AUTHORS - 1; author++) {
                String name = name(author);
                all.add(begin(() -> {
                            together.countDown();
                            together.await();
                            return erasure.erase(name, Bench.FORUM);
                        })
                        .task());
            }
            return all;
        }

        private static Begun begin(Callable<?> work) {
            FutureTask<?> task = new FutureTask<>(work);
            Thread thread = new Thread(task);
            thread.start();
            return new Begun(task, thread);
        }

        @Test
        void oneThatComesTooLateTouchesNothingOfTheOtherAndBeginsAgain() throws Exception {
            FileJobId id = bench.receive("posts.csv", csv());
            for (int author = 2; author < AUTHORS - 1; author++) {
                erasure.erase(name(author), Bench.FORUM);
            }
            Begun second = transaction.execute(running -> {
                inFiles.erase(name(0), Bench.FORUM);
                Begun begun = begin(() -> erasure.erase(name(1), Bench.FORUM));
                begun.waitUntilAt("lockedAt");
                return begun;
            });
            second.task().get(1, TimeUnit.MINUTES);
            bench.workOff();

            assertThat(bench.job(id).state()).isEqualTo(FileJobState.DONE);
            assertOnlyTheLastIsThere();
        }

        @Test
        void whoeverFindsThatAFileWasRewrittenHasToReadItAgain() {
            bench.receive("posts.csv", csv());
            List<FileJob> asRead = jobs.allOpen();
            inFiles.erase(name(0), Bench.FORUM);
            FileErasure late = new FileErasure(
                    jobs,
                    new RejectedRows(context.getBean(JdbcClient.class)),
                    bench.uploads,
                    bench.settings,
                    context.getBean(AuditTrail.class),
                    bench.clock);

            assertThatThrownBy(
                            () -> transaction.executeWithoutResult(running -> late.erase(asRead, name(1), Bench.FORUM)))
                    .isInstanceOf(ConcurrencyFailureException.class);
        }

        private void assertOnlyTheLastIsThere() {
            assertThat(Set.copyOf(bench.column("author")))
                    .contains(name(AUTHORS - 1))
                    .isSubsetOf(name(AUTHORS - 1), "null");
            assertThat(bench.column("text").stream().filter(text -> text.endsWith(" of " + name(AUTHORS - 1))))
                    .hasSize(EACH);
        }

        /** Their rows in turn. */
        private static String csv() {
            StringBuilder csv = new StringBuilder("author,text\n");
            for (int row = 0; row < EACH * AUTHORS; row++) {
                String author = name(row % AUTHORS);
                csv.append(author)
                        .append(",row ")
                        .append(row)
                        .append(" of ")
                        .append(author)
                        .append('\n');
            }
            return csv.toString();
        }

        private static String name(int author) {
            return "author-" + (char) ('a' + author);
        }

        /** Something that was begun in a thread of its own. */
        private record Begun(FutureTask<?> task, Thread thread) {

            /** Waits until it is in a method, where it has to wait itself. */
            void waitUntilAt(String method) {
                while (!task.isDone()
                        && Arrays.stream(thread.getStackTrace())
                                .noneMatch(frame -> frame.getMethodName().equals(method))) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
