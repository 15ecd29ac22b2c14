package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.submissions.Assessment;
import dev.undertone.policy.Evidence;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class AssessorTests {

    private static final NewSubmission GREETING =
            new NewSubmission(Optional.empty(), "forum", Optional.empty(), "hello", Optional.empty());

    @Test
    void theLivePolicyJudgesByWhatTheModelSaidAndWhereTheTextStood() {
        List<Evidence> seen = new ArrayList<>();
        Assessment assessment = assess(Faulty::calm, evidence -> {
            seen.add(evidence);
            return allow();
        });
        assertThat(assessment.verdict()).isEqualTo(new Verdict.Allow());
        assertThat(assessment.queue()).isEmpty();
        assertThat(seen).containsExactly(new Evidence(Faulty.CALM, Set.of(), "forum", 5));
    }

    @Test
    void aPolicyThatFailsLeavesTheSubmissionToAPersonWithItsScores() {
        Assessment assessment = assess(Faulty::calm, evidence -> {
            throw new IllegalStateException("a broken rule");
        });
        assertThat(assessment.verdict()).isEqualTo(new Verdict.Hold(QueueName.UNCERTAIN));
        assertThat(assessment.queue()).contains(QueueName.UNCERTAIN);
        assertThat(assessment.scoring()).isPresent();
        assertThat(assessment.obstacle()).contains("Not judged, so a person looks: the live policy failed.");
    }

    @Test
    void withoutScoresNoPolicyIsAskedAndAPersonLooks() {
        Assessment assessment = assess(
                texts -> {
                    throw new IllegalStateException("out of order");
                },
                evidence -> {
                    throw new AssertionError("asked without scores");
                });
        assertThat(assessment.verdict()).isEqualTo(new Verdict.Hold(QueueName.UNCERTAIN));
        assertThat(assessment.scoring()).isEmpty();
    }

    private static Judgement allow() {
        return new Judgement(new Verdict.Allow(), Optional.empty(), List.of(), 1);
    }

    private static Assessment assess(
            Function<List<String>, List<dev.undertone.classification.Classification>> model,
            Function<Evidence, Judgement> policy) {
        StandingPolicies policies = new StandingPolicies() {
            @Override
            public Ruling judge(Evidence evidence) {
                return new Ruling("p@1", policy.apply(evidence));
            }

            @Override
            public void recordShadows(SubmissionId id, Evidence evidence, Verdict done) {
                throw new AssertionError("nothing is stored here");
            }
        };
        TextReader reader = new TextReader(new Faulty(model), new ModerationSettings(1, Duration.ofSeconds(1), 10));
        return new Assessor(reader, policies).assess(List.of(GREETING)).get(0).assessment();
    }
}
