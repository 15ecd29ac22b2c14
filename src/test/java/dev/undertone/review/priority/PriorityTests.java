package dev.undertone.review.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Reason;
import dev.undertone.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PriorityTests {

    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration TARGET = Duration.ofHours(4);
    private static final EmotionScores RAGE = new EmotionScores(List.of(0.01, 0.01, 0.01, 0.9, 0.06, 0.01));
    private static final EmotionScores MIXED = new EmotionScores(List.of(0.2, 0.2, 0.1, 0.2, 0.2, 0.1));

    @Test
    void severityIsTheDecisiveProbabilityTimesTheRulesWeight() {
        assertThat(Urgency.of(Optional.of(RAGE), judgement(0.5, 0.9)).severity())
                .isEqualTo(0.45);
        assertThat(Urgency.of(Optional.of(RAGE), judgement(2, 0.9)).severity()).isEqualTo(1.8);
    }

    @Test
    void aRuleThatLooksAtNoProbabilityTakesTheStrongerOfAngerAndFear() {
        Judgement unsure = new Judgement(
                new Verdict.Hold(QueueName.UNCERTAIN),
                Optional.of(QueueName.UNCERTAIN),
                List.of(new Reason("unsure", Optional.empty(), "the model is unsure")),
                1);

        assertThat(Urgency.of(Optional.of(RAGE), Optional.of(unsure)).severity())
                .isEqualTo(0.9);
    }

    @Test
    void noWeightLiftsATextBeyondWhatWaitingCanReach() {
        assertThat(Urgency.of(Optional.of(RAGE), judgement(1000, 0.9)).severity())
                .isEqualTo(Urgency.MOST_SEVERE);
    }

    @Test
    void whoIsLessSureComesFirst() {
        assertThat(Urgency.of(Optional.of(MIXED), judgement(1, 0.2)).uncertainty())
                .isGreaterThan(Urgency.of(Optional.of(RAGE), judgement(1, 0.9)).uncertainty());
    }

    @Test
    void aTextThatNoModelReadIsAsUncertainAsCanBe() {
        assertThat(Urgency.of(Optional.empty(), Optional.empty())).isEqualTo(new Urgency(0.5, Urgency.MOST_UNCERTAIN));
    }

    @Test
    void theTermsAddUpToTheLastBit() {
        SplittableRandom chance = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            Priority priority = Priority.at(T0.plusSeconds(chance.nextInt(100_000)), any(chance), T0, TARGET);

            assertThat(priority.total()).isEqualTo(priority.severity() + priority.uncertainty() + priority.age());
        }
    }

    @Test
    void halfTheTargetOutgrowsTheMostUrgentNewcomer() {
        Instant half = T0.plus(TARGET.dividedBy(2));
        Priority dullest = Priority.at(half.plusSeconds(1), new Urgency(0, 0), T0, TARGET);
        Priority hottest = Priority.at(half, new Urgency(Urgency.MOST_SEVERE, Urgency.MOST_UNCERTAIN), half, TARGET);

        assertThat(dullest.total()).isGreaterThan(hottest.total());
    }

    @Test
    void theStoredPlaceIsTheOrderOfPriorityAtAnyMoment() {
        SplittableRandom chance = new SplittableRandom(2);
        for (int i = 0; i < 1000; i++) {
            Urgency one = any(chance);
            Urgency other = any(chance);
            Instant oneAt = T0.plusSeconds(chance.nextInt(10_000));
            Instant otherAt = T0.plusSeconds(chance.nextInt(10_000));
            Instant now = T0.plusSeconds(10_000 + chance.nextInt(100_000));

            assertThat(Priority.rankedAt(one, oneAt, TARGET).isBefore(Priority.rankedAt(other, otherAt, TARGET)))
                    .isEqualTo(Priority.at(now, one, oneAt, TARGET).total()
                            > Priority.at(now, other, otherAt, TARGET).total());
        }
    }

    @Test
    void theStoredPlaceGivesTheSameTotal() {
        Urgency urgency = new Urgency(0.7, 0.2);
        Instant now = T0.plusSeconds(5000);

        assertThat(Priority.total(now, Priority.rankedAt(urgency, T0, TARGET), TARGET))
                .isCloseTo(Priority.at(now, urgency, T0, TARGET).total(), within(1e-6));
    }

    private static Urgency any(SplittableRandom chance) {
        return new Urgency(chance.nextDouble() * Urgency.MOST_SEVERE, chance.nextDouble() * Urgency.MOST_UNCERTAIN);
    }

    private static Optional<Judgement> judgement(double weight, double score) {
        Reason reason =
                new Reason("anger", Optional.of(new Reason.Measure(Emotion.ANGER, score, 0.1)), "anger is high");
        return Optional.of(new Judgement(
                new Verdict.Hold(QueueName.CONDUCT), Optional.of(QueueName.CONDUCT), List.of(reason), weight));
    }
}
