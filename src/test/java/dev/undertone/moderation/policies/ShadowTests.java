package dev.undertone.moderation.policies;

import static dev.undertone.moderation.policies.StoredCases.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.Intake.Receipt;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.submissions.Arrivals;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A version in the shadow, seen from outside: texts go their way as if it were not there. */
final class ShadowTests {

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

        private static final List<String> TEXTS = List.of("i am furious with you", "what a happy day it is");

        private final Intake intake;
        private final BulkIntake bulk;
        private final PolicyShelf shelf;
        private final PolicyStates states;
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Cases(ApplicationContext context) {
            intake = context.getBean(Intake.class);
            bulk = context.getBean(BulkIntake.class);
            shelf = context.getBean(PolicyShelf.class);
            states = context.getBean(PolicyStates.class);
            jdbc = context.getBean(JdbcClient.class);
            transaction = context.getBean(TransactionTemplate.class);
        }

        @Test
        void textsGoTheirWayAsIfTheShadowWereNotThere() {
            List<String> alone = TEXTS.stream().map(this::take).toList();
            Map<String, Long> written = counts();
            everythingBlockedInTheShadow();
            Map<String, Long> before = counts();

            List<String> beside = TEXTS.stream().map(this::take).toList();

            assertThat(beside).isEqualTo(alone);
            Map<String, Long> added = since(before);
            assertThat(added.remove("shadow_judgement")).isEqualTo(2);
            assertThat(added.get("submission")).isEqualTo(written.get("submission"));
            assertThat(added.get("policy_version")).isZero();
        }

        @Test
        void whatItWouldHaveDoneIsKeptForEachText() {
            everythingBlockedInTheShadow();

            SubmissionDetails taken = submit(TEXTS.get(1));

            assertThat(jdbc.sql("select submission_id, verdict from shadow_judgement")
                            .query()
                            .singleRow()
                            .values())
                    .containsExactly(taken.id().value(), "BLOCK");
        }

        @Test
        void aTextIsTakenOnceThoughWhatTheShadowWouldHaveDoneCannotBeKept() {
            submit(TEXTS.get(1));
            Map<String, Long> before = counts();
            submit(TEXTS.get(0));
            Map<String, Long> alone = since(before);
            everythingBlockedInTheShadow();
            before = counts();
            List<Receipt> told = new ArrayList<>();

            withoutTheTableOfShadows(() -> bulk.submitAll(List.of(submission(TEXTS.get(0))), OWNER, told::addAll));

            assertThat(alone).containsEntry("submission", 1L).containsEntry("reviewable", 1L);
            assertThat(since(before)).isEqualTo(alone);
            assertThat(told).singleElement().extracting(Receipt::created).isEqualTo(true);
        }

        @Test
        void inATransactionOfTheCallersNothingIsTakenWithoutIt() {
            submit(TEXTS.get(1));
            everythingBlockedInTheShadow();
            Map<String, Long> before = counts();

            assertThatThrownBy(() -> withoutTheTableOfShadows(
                            () -> transaction.executeWithoutResult(running -> submit(TEXTS.get(0)))))
                    .isInstanceOf(Arrivals.ShadowsFailed.class);

            assertThat(counts()).isEqualTo(before);
        }

        private void withoutTheTableOfShadows(Runnable doing) {
            jdbc.sql("alter table shadow_judgement rename to shadow_judgement_away")
                    .update();
            try {
                doing.run();
            } finally {
                jdbc.sql("alter table shadow_judgement_away rename to shadow_judgement")
                        .update();
            }
        }

        private void everythingBlockedInTheShadow() {
            var id = shelf.create(new PolicyName("ban-all"), StoredCases.saying(0, new Verdict.Block()), OWNER)
                    .id();
            states.shadow(id, 1, OWNER);
        }

        /** What the world sees of a text once it was taken. */
        private String take(String text) {
            SubmissionDetails taken = submit(text);
            var judgement = taken.judgement().orElseThrow();
            return judgement.verdict().label() + " "
                    + judgement.queue().map(QueueName::value).orElse("-") + " "
                    + judgement.reasons() + " " + taken.policyVersion().orElseThrow();
        }

        private SubmissionDetails submit(String text) {
            return intake.submit(submission(text), OWNER).submission();
        }

        private static NewSubmission submission(String text) {
            return new NewSubmission(Optional.empty(), "forum", Optional.empty(), text, Optional.empty());
        }

        /** How many rows each table has got since it was counted. */
        private Map<String, Long> since(Map<String, Long> before) {
            Map<String, Long> added = counts();
            added.replaceAll((table, count) -> count - before.getOrDefault(table, 0L));
            return added;
        }

        private Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            jdbc.sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                    .query(String.class)
                    .list()
                    .forEach(table -> counts.put(
                            table.toLowerCase(Locale.ROOT),
                            jdbc.sql("select count(*) from \"" + table + "\"")
                                    .query(Long.class)
                                    .single()));
            return counts;
        }
    }
}
