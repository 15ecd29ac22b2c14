package dev.undertone.moderation.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Evidence;
import dev.undertone.policy.Policy;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which policy judges: found at the first use, followed when it changes, and not looked up for every text. */
final class CurrentPoliciesTests {

    private static final Actor OWNER = new Actor(Actor.Kind.PERSON, "1", "owner", java.util.Optional.empty());
    private static final Evidence RAGE = evidence(0.9);
    private static final Verdict ALLOWED = new Verdict.Allow();

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

        private final CurrentPolicies policies;
        private final PolicyShelf shelf;
        private final PolicyStates states;
        private final Standing standing;
        private final FirstPolicy first;
        private final JdbcClient jdbc;
        private final MovableClock clock;
        private final TransactionTemplate transaction;

        Cases(ApplicationContext context) {
            policies = context.getBean(CurrentPolicies.class);
            shelf = context.getBean(PolicyShelf.class);
            states = context.getBean(PolicyStates.class);
            standing = context.getBean(Standing.class);
            first = context.getBean(FirstPolicy.class);
            jdbc = context.getBean(JdbcClient.class);
            clock = context.getBean(MovableClock.class);
            transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        }

        @Test
        void aNewInstallationJudgesByTheDefaultPolicy() {
            var ruling = policies.judge(RAGE);

            assertThat(ruling.policyVersion()).isEqualTo("default@1");
            assertThat(ruling.judgement()).isEqualTo(Policy.standard().judge(RAGE));
        }

        @Test
        void theDefaultPolicyIsStoredLiveWhereItCanBeSeen() {
            policies.judge(RAGE);

            assertThat(shelf.list(java.util.Optional.empty(), 10))
                    .singleElement()
                    .satisfies(policy -> {
                        assertThat(policy.name()).isEqualTo("default");
                        assertThat(policy.versions()).singleElement().satisfies(version -> {
                            assertThat(version.state()).isEqualTo(VersionState.LIVE);
                            assertThat(version.policy()).isEqualTo(Policy.standard());
                        });
                    });
        }

        @Test
        void judgingSurvivesThatTheFirstUseIsRolledBack() {
            transaction.executeWithoutResult(status -> {
                policies.judge(RAGE);
                status.setRollbackOnly();
            });

            assertThat(standing.inForce().orElseThrow().live().label()).isEqualTo("default@1");
        }

        @Test
        void instancesThatStartAtOnceMakeOneDefaultPolicy() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                Callable<String> start = () -> instance().judge(RAGE).policyVersion();
                for (var label : threads.invokeAll(
                        IntStream.range(0, 8).mapToObj(i -> start).toList())) {
                    assertThat(label.get()).isEqualTo("default@1");
                }
            } finally {
                threads.shutdown();
            }
            assertThat(count("policy")).isOne();
            assertThat(count("policy_version")).isOne();
        }

        @Test
        void whatGoesLiveJudgesTheNextText() {
            policies.judge(RAGE);

            goLive("lenient", 0.95);

            assertThat(policies.judge(RAGE).policyVersion()).isEqualTo("lenient@1");
            assertThat(policies.judge(RAGE).judgement().verdict()).isEqualTo(new Verdict.Allow());
        }

        @Test
        void anotherInstanceFollowsWithinASecond() {
            CurrentPolicies other = instance();
            other.judge(RAGE);
            goLive("lenient", 0.95);

            clock.advance(Duration.ofMillis(999));
            assertThat(other.judge(RAGE).policyVersion()).isEqualTo("default@1");
            clock.advance(Duration.ofMillis(1));
            assertThat(other.judge(RAGE).policyVersion()).isEqualTo("lenient@1");
        }

        @Test
        void withinASecondNothingIsLookedUp() {
            policies.judge(RAGE);
            jdbc.sql("update policy_standing set live_id = null").update();
            jdbc.sql("delete from policy_version").update();

            assertThat(policies.judge(RAGE).policyVersion()).isEqualTo("default@1");
        }

        @Test
        void aShadowSaysWhatItWouldHaveDoneAndChangesNothingElse() {
            PolicyDetails strict = store("strict", 0.5);
            Evidence cross = evidence(0.6);
            var alone = policies.judge(cross);
            states.shadow(strict.id(), 1, OWNER);
            Map<String, Long> before = counts();

            SubmissionId id = new SubmissionId(UUID.randomUUID());
            var beside = policies.judge(cross);
            transaction.executeWithoutResult(status -> policies.recordShadows(id, cross, ALLOWED));

            assertThat(beside).isEqualTo(alone);
            assertThat(jdbc.sql("select submission_id, policy_version_id, verdict, queue, done from shadow_judgement")
                            .query()
                            .singleRow())
                    .containsValues(id.value(), strict.versions().get(0).id(), "BLOCK", "ALLOW");
            Map<String, Long> after = counts();
            assertThat(after.remove("shadow_judgement")).isEqualTo(1);
            before.remove("shadow_judgement");
            assertThat(after).isEqualTo(before);
        }

        @Test
        void withoutAShadowNothingIsRecorded() {
            transaction.executeWithoutResult(
                    status -> policies.recordShadows(new SubmissionId(UUID.randomUUID()), RAGE, ALLOWED));

            assertThat(count("shadow_judgement")).isZero();
        }

        @Test
        void shadowsAreRecordedOnlyTogetherWithTheSubmission() {
            SubmissionId id = new SubmissionId(UUID.randomUUID());

            assertThatThrownBy(() -> policies.recordShadows(id, RAGE, ALLOWED))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        private CurrentPolicies instance() {
            return new CurrentPolicies(standing, first, jdbc, clock);
        }

        private PolicyDetails store(String name, double threshold) {
            Rule rule = Rule.of("rage", new Condition.EmotionAtLeast(Emotion.ANGER, threshold), new Verdict.Block());
            return shelf.create(
                    new PolicyName(name), new NewVersion(new Policy(List.of(rule)), VersionNote.NONE), OWNER);
        }

        private void goLive(String name, double threshold) {
            PolicyDetails policy = store(name, threshold);
            states.previewed(policy.id(), 1, OWNER);
            states.activate(policy.id(), 1, OWNER);
        }

        private Map<String, Long> counts() {
            return jdbc
                    .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(java.util.stream.Collectors.toMap(
                            name -> name.toLowerCase(java.util.Locale.ROOT),
                            name -> count("\"" + name + "\""),
                            Long::sum,
                            java.util.TreeMap::new));
        }

        private long count(String table) {
            return jdbc.sql("select count(*) from " + table).query(Long.class).single();
        }
    }

    private static Evidence evidence(double anger) {
        double rest = (1 - anger) / 5;
        return new Evidence(
                new dev.undertone.emotion.EmotionScores(List.of(rest, rest, rest, anger, rest, rest)),
                java.util.Set.of(),
                "forum",
                20);
    }
}
