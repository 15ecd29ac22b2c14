package dev.undertone.moderation.policies;

import static dev.undertone.moderation.policies.StoredCases.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
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
        private final PolicyShelf shelf;
        private final PolicyStates states;
        private final JdbcClient jdbc;

        Cases(ApplicationContext context) {
            intake = context.getBean(Intake.class);
            shelf = context.getBean(PolicyShelf.class);
            states = context.getBean(PolicyStates.class);
            jdbc = context.getBean(JdbcClient.class);
        }

        @Test
        void textsGoTheirWayAsIfTheShadowWereNotThere() {
            List<String> alone = TEXTS.stream().map(this::take).toList();
            Map<String, Long> written = counts();
            everythingBlockedInTheShadow();
            Map<String, Long> before = counts();

            List<String> beside = TEXTS.stream().map(this::take).toList();

            assertThat(beside).isEqualTo(alone);
            Map<String, Long> after = counts();
            after.replaceAll((table, count) -> count - before.getOrDefault(table, 0L));
            assertThat(after.remove("shadow_judgement")).isEqualTo(2);
            assertThat(after.get("submission")).isEqualTo(written.get("submission"));
            assertThat(after.get("policy_version")).isZero();
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
            NewSubmission submission =
                    new NewSubmission(Optional.empty(), "forum", Optional.empty(), text, Optional.empty());
            return intake.submit(submission, OWNER).submission();
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
