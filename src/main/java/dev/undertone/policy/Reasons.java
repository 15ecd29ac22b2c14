package dev.undertone.policy;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a rule fired, in one plain sentence. */
final class Reasons {

    /** As many as a sentence bears; what is left is counted. */
    private static final int FACTS = 5;

    private Reasons() {}

    static Reason of(Rule rule, Readings readings) {
        String text = "The rule \"" + rule.name() + "\" says " + advice(rule.then()) + ": "
                + facts(rule.when(), readings) + ".";
        return new Reason(rule.name(), measure(rule, readings), text);
    }

    private static Optional<Reason.Measure> measure(Rule rule, Readings readings) {
        return rule.when().stream()
                .filter(Condition.EmotionAtLeast.class::isInstance)
                .map(Condition.EmotionAtLeast.class::cast)
                .findFirst()
                .map(it -> new Reason.Measure(it.emotion(), readings.of(it.emotion()), it.threshold()));
    }

    private static String advice(Verdict verdict) {
        return verdict instanceof Verdict.Hold hold
                ? "hold for " + hold.queue()
                : verdict.label().toLowerCase(Locale.ROOT);
    }

    private static String facts(List<Condition> conditions, Readings readings) {
        String facts = conditions.stream()
                .limit(FACTS)
                .map(condition -> condition.fact(readings))
                .collect(Collectors.joining(", and "));
        int more = conditions.size() - FACTS;
        return more > 0 ? facts + ", and " + more + " more" : facts;
    }

    /** Two decimals, and up to four where they say more. */
    static String number(double value) {
        return new DecimalFormat("0.00##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
