package dev.undertone.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What holds for all policies and all texts, tried on a few thousand of both from fixed seeds. */
final class PolicyPropertiesTests {

    private static final int TRIES = 5_000;
    private static final List<Notice> NOTICES = List.copyOf(EnumSet.allOf(Notice.class));
    private static final List<Verdict> VERDICTS = List.of(
            new Verdict.Allow(),
            new Verdict.Hold(QueueName.CARE),
            new Verdict.Hold(QueueName.CONDUCT),
            new Verdict.Hold(new QueueName("night-shift")),
            new Verdict.Block());

    @Test
    void withoutReasonsThePolicySaysTheSame() {
        tryAll(1, (policy, evidence) -> {
            Judgement judgement = policy.judge(evidence);
            assertThat(policy.outcome(evidence)).isEqualTo(new Outcome(judgement.verdict(), judgement.queue()));
        });
    }

    @Test
    void theVerdictIsTheMildestOfTheRulesThatFire() {
        tryAll(2, (policy, evidence) -> {
            Optional<Integer> mildest =
                    firing(policy, evidence).map(rule -> rule.then().severity()).min(Comparator.naturalOrder());
            assertThat(policy.judge(evidence).verdict().severity()).isEqualTo(mildest.orElse(0));
        });
    }

    @Test
    void aPersonLooksExactlyWhenItIsHeldOrRulesDisagree() {
        tryAll(3, (policy, evidence) -> {
            long kinds = firing(policy, evidence)
                    .map(rule -> rule.then().severity())
                    .distinct()
                    .count();
            Judgement judgement = policy.judge(evidence);
            assertThat(judgement.queue().isPresent())
                    .isEqualTo(kinds > 1 || judgement.verdict() instanceof Verdict.Hold);
        });
    }

    @Test
    void everyRuleThatFiresGivesOneReason() {
        tryAll(
                4,
                (policy, evidence) -> assertThat(policy.judge(evidence).reasons())
                        .extracting(Reason::rule)
                        .containsExactlyInAnyOrderElementsOf(
                                firing(policy, evidence).map(Rule::name).toList()));
    }

    @Test
    void addingAnAllowNeverHardens() {
        tryAll(5, (policy, evidence) -> {
            List<Rule> more = new ArrayList<>(policy.rules());
            more.add(Rule.of("added", new Condition.LengthBetween(0, 15), new Verdict.Allow()));
            assertThat(severity(new Policy(more), evidence)).isLessThanOrEqualTo(severity(policy, evidence));
        });
    }

    @Test
    void addingABlockNeverHardensWhatARuleHadSpokenFor() {
        tryAll(6, (policy, evidence) -> {
            List<Rule> more = new ArrayList<>(policy.rules());
            more.add(Rule.of("added", new Condition.LengthBetween(0, 15), new Verdict.Block()));
            if (firing(policy, evidence).findAny().isPresent()) {
                assertThat(severity(new Policy(more), evidence)).isEqualTo(severity(policy, evidence));
            }
        });
    }

    @Test
    void theOrderOfRulesNeverChangesHowHardTheVerdictIs() {
        Random random = new Random(70);
        tryAll(7, (policy, evidence) -> {
            List<Rule> shuffled = new ArrayList<>(policy.rules());
            Collections.shuffle(shuffled, random);
            assertThat(severity(new Policy(shuffled), evidence)).isEqualTo(severity(policy, evidence));
        });
    }

    @Test
    void theOrderOfRulesThatSayTheSameChangesNothing() {
        Random random = new Random(80);
        tryAll(8, (policy, evidence) -> {
            List<Rule> same = new ArrayList<>(policy.rules().stream()
                    .map(rule -> new Rule(rule.name(), rule.when(), VERDICTS.get(1), rule.weight()))
                    .toList());
            Outcome before = new Policy(same).outcome(evidence);
            Collections.shuffle(same, random);
            assertThat(new Policy(same).outcome(evidence)).isEqualTo(before);
        });
    }

    @Test
    void marginAndEntropyAreThoseOfTheScores() {
        tryAll(9, (policy, evidence) -> {
            assertThat(evidence.margin()).isEqualTo(evidence.scores().margin());
            assertThat(evidence.entropy()).isCloseTo(evidence.scores().normalizedEntropy(), Offset.offset(1e-12));
        });
    }

    private static void tryAll(long seed, BiConsumer<Policy, Evidence> property) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            property.accept(policy(random), evidence(random));
        }
    }

    private static Stream<Rule> firing(Policy policy, Evidence evidence) {
        return policy.rules().stream().filter(rule -> rule.fires(evidence));
    }

    private static int severity(Policy policy, Evidence evidence) {
        return policy.judge(evidence).verdict().severity();
    }

    private static Policy policy(Random random) {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int c = random.nextInt(2); c >= 0; c--) {
                conditions.add(condition(random));
            }
            rules.add(new Rule(
                    "rule " + i, conditions, VERDICTS.get(random.nextInt(VERDICTS.size())), random.nextInt(10)));
        }
        return new Policy(rules);
    }

    private static Condition condition(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Condition.HasNotice(NOTICES.get(random.nextInt(NOTICES.size())));
            case 1 -> new Condition.InChannel(Set.of("forum"));
            case 2 -> new Condition.LengthBetween(random.nextInt(10), 10 + random.nextInt(20));
            case 3 -> new Condition.MarginBelow(random.nextDouble());
            case 4 -> new Condition.EntropyAtLeast(random.nextDouble());
            default -> new Condition.EmotionAtLeast(Emotion.inOrder().get(random.nextInt(6)), random.nextDouble() / 2);
        };
    }

    private static Evidence evidence(Random random) {
        double[] raw = random.doubles(6).map(x -> Math.pow(x, 4)).toArray();
        double sum = Arrays.stream(raw).sum();
        List<Double> scores = Arrays.stream(raw).map(x -> x / sum).boxed().toList();
        EnumSet<Notice> notices = EnumSet.allOf(Notice.class);
        notices.removeIf(notice -> random.nextInt(3) > 0);
        return new Evidence(
                new EmotionScores(scores), notices, random.nextBoolean() ? "forum" : "chat", random.nextInt(30));
    }
}
