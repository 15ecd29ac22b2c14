package dev.undertone.insights;

import dev.undertone.figures.Proportion;
import java.util.Optional;

/**
 * What people made of what a rule held.
 *
 * @param rule its name
 * @param approved items that a person let pass after all
 * @param rejected items that a person rejected
 * @param ignored items that a person closed without saying either
 * @param complaints decisions that said "policy wrong"
 */
public record RuleFigures(String rule, long approved, long rejected, long ignored, long complaints) {

    /** The share of approved among approved and rejected items; empty without any. */
    public Optional<Proportion> overridden() {
        long judged = approved + rejected;
        return judged == 0 ? Optional.empty() : Optional.of(new Proportion(approved, judged));
    }
}
