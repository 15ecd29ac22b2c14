package dev.undertone.moderation.policies.web.page;

import dev.undertone.policy.Condition;
import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in sentences what rules and policies do. */
@Component
class PolicyWords {

    private static final String HOLD = "policies.say.hold";

    private final MessageSource messages;

    PolicyWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A rule as a sentence: "Hold for conduct when anger is at least 80 %". */
    String sentence(Rule rule) {
        String conditions = rule.when().stream().map(this::condition).collect(Collectors.joining(word("policies.and")));
        return word("policies.sentence", verdict(rule.then()), conditions);
    }

    /** A policy in one line, the first rules of it. */
    List<String> sentences(List<Rule> rules) {
        return rules.stream().map(this::sentence).toList();
    }

    /** What is said: "Allow", "Hold for care", "Block". */
    String verdict(Verdict verdict) {
        return verdict instanceof Verdict.Hold hold
                ? word(HOLD, hold.queue().value())
                : word("policies.say." + verdict.label());
    }

    /** The same with where a person looks at what is not held. */
    String outcome(Outcome outcome) {
        Optional<QueueName> queue = outcome.queue();
        boolean looked = queue.isPresent() && !(outcome.verdict() instanceof Verdict.Hold);
        String verdict = verdict(outcome.verdict());
        return looked ? word("policies.say.looked", verdict, queue.orElseThrow().value()) : verdict;
    }

    private String condition(Condition condition) {
        if (condition instanceof Condition.EmotionAtLeast it) {
            return word("policies.if.emotion", word("emotion." + it.emotion()), percent(it.threshold()));
        } else if (condition instanceof Condition.MarginBelow it) {
            return word("policies.if.margin", percent(it.limit()));
        } else if (condition instanceof Condition.EntropyAtLeast it) {
            return word("policies.if.spread", percent(it.threshold()));
        } else if (condition instanceof Condition.HasNotice it) {
            return word("policies.if.notice." + it.notice());
        } else if (condition instanceof Condition.InChannel it) {
            return word("policies.if.channels", String.join(word("policies.or"), new TreeSet<>(it.channels())));
        }
        return length((Condition.LengthBetween) condition);
    }

    private String length(Condition.LengthBetween it) {
        if (it.atMost() == Integer.MAX_VALUE) {
            return word("policies.if.length.from", it.atLeast());
        }
        return it.atLeast() == 0
                ? word("policies.if.length.to", it.atMost())
                : word("policies.if.length", it.atLeast(), it.atMost());
    }

    private static String percent(double share) {
        return Share.percent(share) + "\u00a0%";
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
