package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.Actor;
import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.submissions.Arrivals;
import dev.undertone.policy.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can wait is not handed to people for want of a model, and is stored together with what its caller keeps. */
final class BulkIntakeTests {

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

        private static final Actor FORUM = Actor.service();

        private final ApplicationContext context;

        Cases(ApplicationContext context) {
            this.context = context;
        }

        @Test
        void whileTheModelIsAwayNothingIsStored() {
            BulkIntake away = reading(new Faulty(texts -> {
                throw new ClassifierUnavailable("There is no model.", Duration.ofSeconds(5));
            }));
            assertThatThrownBy(() -> away.submitAll(List.of(post("1")), FORUM, receipts -> {
                        throw new AssertionError("nothing was stored");
                    }))
                    .isInstanceOf(ClassifierUnavailable.class);
            assertThat(count()).isZero();
        }

        @Test
        void aTextThatTheModelFailsOnGoesToAPersonAsEver() {
            BulkIntake failing = reading(new Faulty(texts -> {
                throw new IllegalStateException("out of order");
            }));
            List<Receipt> receipts = failing.submitAll(List.of(post("1")), FORUM, kept -> {});
            assertThat(receipts.get(0).submission().queue()).contains(QueueName.UNCERTAIN);
        }

        @Test
        void whatIsKnownIsNotReadAgainAndStillReported() {
            Faulty model = new Faulty(Faulty::calm);
            BulkIntake intake = reading(model);
            intake.submitAll(List.of(post("1")), FORUM, kept -> {});
            List<Receipt> alongside = new ArrayList<>();
            List<Receipt> receipts =
                    intake.submitAll(List.of(post("1"), post("2"), post("2")), FORUM, alongside::addAll);
            intake.submitAll(List.of(post("1")), FORUM, alongside::addAll);

            assertThat(receipts).extracting(Receipt::created).containsExactly(false, true, false);
            assertThat(alongside).hasSize(4);
            assertThat(model.calls()).containsExactly(List.of("text 1"), List.of("text 2"));
        }

        @Test
        void whatItsCallerCannotKeepIsNotStored() {
            assertThatThrownBy(() -> reading(new Faulty(Faulty::calm)).submitAll(List.of(post("1")), FORUM, kept -> {
                        throw new IllegalStateException("the lease is lost");
                    }))
                    .hasMessage("the lease is lost");
            assertThat(count()).isZero();
        }

        @Test
        void aLostRaceIsRunAgainWithoutReadingAgain() {
            Faulty model =
                    new Faulty(inTheMeantime(() -> context.getBean(Intake.class).submit(post("1"), FORUM)));
            List<Receipt> receipts = reading(model).submitAll(List.of(post("1"), post("2")), FORUM, kept -> {});

            assertThat(receipts).extracting(Receipt::created).containsExactly(false, true);
            assertThat(count()).isEqualTo(2);
            assertThat(model.calls()).hasSize(1);
        }

        private static Function<List<String>, List<Classification>> inTheMeantime(Runnable others) {
            return texts -> {
                others.run();
                return Faulty.calm(texts);
            };
        }

        private BulkIntake reading(Faulty classifier) {
            TextReader reader = new TextReader(classifier, new ModerationSettings(1, Duration.ofSeconds(1), 10));
            return new StoringIntake(
                    new Assessor(reader, context.getBean(StandingPolicies.class)), context.getBean(Arrivals.class));
        }

        private long count() {
            return context.getBean(JdbcClient.class)
                    .sql("select count(*) from submission")
                    .query(Long.class)
                    .single();
        }

        private static NewSubmission post(String id) {
            return new NewSubmission(Optional.of(id), "forum", Optional.of("ann"), "text " + id, Optional.empty());
        }
    }
}
