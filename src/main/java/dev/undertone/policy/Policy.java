package dev.undertone.policy;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An ordered list of rules that turns probabilities into a verdict. All rules are asked. When they disagree, the milder
 * verdict wins and a person looks: of a hold and a block the hold, and of an allow and anything harder the allow, with
 * the queue in which a person looks at it all the same. Of several holds the first in order names the queue.
 *
 * @param rules at most {@value #MAX_RULES}, each with a name of its own
 */
public record Policy(List<Rule> rules) {

    private static final int MAX_RULES = 100;
    private static final double STRONG = 0.8;

    /** Copies the rules and refuses too many and names that come twice. */
    public Policy {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException(
                    "the policy has " + rules.size() + " rules, expected at most " + MAX_RULES);
        }
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two rules are called \"" + rule.name() + "\"");
            }
        }
    }

    /**
     * The policy of a new installation. Strong anger may be misconduct and strong fear a call for help; a score that
     * means little, because the model wavers or the text is in a language that it does not know, is left to a person.
     * Very short texts are not: there are too many of them, and the notice alone says nothing against them. Blocks
     * nothing.
     */
    public static Policy standard() {
        return new Policy(List.of(
                Rule.of("anger", new Condition.EmotionAtLeast(Emotion.ANGER, STRONG), hold(QueueName.CONDUCT)),
                Rule.of("fear", new Condition.EmotionAtLeast(Emotion.FEAR, STRONG), hold(QueueName.CARE)),
                Rule.of("unsure", new Condition.HasNotice(Notice.UNCERTAIN), hold(QueueName.UNCERTAIN)),
                Rule.of("not English", new Condition.HasNotice(Notice.NOT_ENGLISH), hold(QueueName.UNCERTAIN))));
    }

    private static Verdict hold(QueueName queue) {
        return new Verdict.Hold(queue);
    }

    /** All that any of the rules looks at. */
    public Set<Aspect> aspects() {
        return rules.stream()
                .flatMap(rule -> rule.when().stream())
                .flatMap(condition -> condition.aspects().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the policy says about one text, and why. */
    public Judgement judge(Evidence evidence) {
        Ballot ballot = ballot(evidence);
        Rule foremost = ballot.foremost();
        if (foremost == null) {
            return new Judgement(Outcome.ALLOWED.verdict(), Outcome.ALLOWED.queue(), List.of(), Rule.DEFAULT_WEIGHT);
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reasons.of(foremost, evidence));
        for (Rule rule : rules) {
            if (!rule.equals(foremost) && rule.fires(evidence)) {
                reasons.add(Reasons.of(rule, evidence));
            }
        }
        Outcome outcome = ballot.outcome();
        return new Judgement(outcome.verdict(), outcome.queue(), reasons, foremost.weight());
    }

    /** What the policy says about one text, without the reasons, for whoever judges very many. */
    public Outcome outcome(Readings readings) {
        return ballot(readings).outcome();
    }

    private Ballot ballot(Readings readings) {
        Ballot ballot = new Ballot();
        for (Rule rule : rules) {
            if (rule.fires(readings)) {
                ballot.count(rule);
            }
        }
        return ballot;
    }
}
