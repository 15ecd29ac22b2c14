package dev.undertone.moderation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditChain;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What arrives while its author is erased goes whole or stays whole. */
final class ErasureRaceTests {

    private static final int SENDERS = 4;
    private static final int EACH = 30;
    private static final int ERASURES = 12;

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

        private final ApplicationContext context;
        private final JdbcTemplate jdbc;

        Cases(ApplicationContext context) {
            this.context = context;
            this.jdbc = context.getBean(JdbcTemplate.class);
        }

        @Test
        void eachSubmissionIsErasedWholeOrUntouched() throws Exception {
            AuthorErasure erasure = context.getBean(AuthorErasure.class);
            ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1);
            List<Future<?>> work = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                work.add(threads.submit(() -> send(number)));
            }
            work.add(threads.submit(() -> {
                for (int i = 0; i < ERASURES; i++) {
                    erasure.erase("ann", Actor.service());
                }
            }));
            for (Future<?> each : work) {
                each.get(2, TimeUnit.MINUTES);
            }
            threads.shutdown();

            assertThat(count("1 = 1")).isEqualTo(SENDERS * EACH);
            assertThat(count("(text is null) <> (erased_at is not null)")).isZero();
            assertThat(count("(author is null) <> (text is null) or (salt is null) <> (text is null)"
                            + " or (external_id is null) <> (text is null)"))
                    .isZero();
            assertThat(count("not exists (select 1 from reviewable r where r.submission_id = submission.id"
                            + " and (r.erased_at is null) = (submission.erased_at is null)"
                            + " and (r.status = 'ERASED') = (r.erased_at is not null))"))
                    .isZero();
            assertThat(context.getBean(AuditChain.class)
                            .verify(Optional.empty())
                            .holds())
                    .isTrue();

            long left = count("erased_at is null");
            assertThat(erasure.erase("ann", Actor.service()).counts()).containsEntry("submissions", left);
            assertThat(count("text is not null")).isZero();
        }

        private void send(int sender) {
            Intake intake = context.getBean(Intake.class);
            for (int i = 0; i < EACH; i++) {
                intake.submit(
                        new NewSubmission(
                                Optional.of(sender + "-" + i),
                                "forum",
                                Optional.of("ann"),
                                "I am furious",
                                Optional.empty()),
                        Actor.service());
            }
        }

        private long count(String condition) {
            Long count = jdbc.queryForObject("select count(*) from submission where " + condition, Long.class);
            return count == null ? -1 : count;
        }
    }
}
