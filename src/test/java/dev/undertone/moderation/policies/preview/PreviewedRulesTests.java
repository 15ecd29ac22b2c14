package dev.undertone.moderation.policies.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Notice;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A preview reads what its rules look at: all scores, some, or none. */
final class PreviewedRulesTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        @Autowired
        private Previews previews;

        @Autowired
        private JdbcClient jdbc;

        @Test
        void rulesMayLookAtAnyScoreOrAtNone() {
            StoredTexts texts = new StoredTexts(jdbc);
            texts.angry(0.55).store();
            texts.angry(0.95).noticed("UNCERTAIN").store();
            texts.unscored().store();
            Policy close = ruling(new Condition.MarginBelow(0.5));
            Policy spread = ruling(new Condition.EntropyAtLeast(0.5));
            Policy unsure = ruling(new Condition.HasNotice(Notice.UNCERTAIN));

            for (Policy policy : List.of(close, spread, unsure)) {
                Preview preview = previews.compare(unsure, policy, Selection.ALL);
                assertThat(preview.judged()).isEqualTo(2);
                assertThat(preview.unscored()).isOne();
                assertThat(preview.would().held()).as(policy.toString()).isOne();
                assertThat(preview.flips()).isEqualTo(policy.equals(unsure) ? 0 : 2);
            }
        }

        private static Policy ruling(Condition condition) {
            return new Policy(List.of(Rule.of("one", condition, new Verdict.Hold(QueueName.CONDUCT))));
        }
    }
}
