package dev.undertone.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One sentence of a policy: when all of this holds, then that.
 *
 * @param name what people call it: 1 to 60 letters, digits, spaces, dots, dashes and underscores
 * @param when 1 to {@value #MAX_CONDITIONS} conditions, all of which must hold
 * @param then what it says when it fires
 * @param weight how much it adds to the priority of review, 0 to {@value #MAX_WEIGHT}
 */
public record Rule(String name, List<Condition> when, Verdict then, double weight) {

    /** The weight where nobody said otherwise. */
    public static final double DEFAULT_WEIGHT = 1;

    private static final int MAX_CONDITIONS = 20;
    private static final int MAX_WEIGHT = 10;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    /** Copies the conditions and refuses values outside their ranges. */
    public Rule {
        when = List.copyOf(when);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a rule's name has 1 to 60 letters, digits, spaces, dots, dashes and"
                    + " underscores, and starts with a letter or digit");
        }
        // A rule without conditions would fire for every text, which nobody means who forgot to write them.
        if (when.isEmpty() || when.size() > MAX_CONDITIONS) {
            throw new IllegalArgumentException(
                    "the rule has " + when.size() + " conditions, expected 1 to " + MAX_CONDITIONS);
        }
        if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException("the weight is " + weight + ", expected 0 to " + MAX_WEIGHT);
        }
    }

    /** A rule of the default weight with a single condition. */
    public static Rule of(String name, Condition when, Verdict then) {
        return new Rule(name, List.of(when), then, DEFAULT_WEIGHT);
    }

    /** Whether all conditions hold. */
    public boolean fires(Readings readings) {
        for (Condition condition : when) {
            if (!condition.holds(readings)) {
                return false;
            }
        }
        return true;
    }
}
