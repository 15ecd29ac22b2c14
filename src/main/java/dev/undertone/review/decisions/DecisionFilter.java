package dev.undertone.review.decisions;

import java.util.Optional;

/**
 * Which decisions are meant.
 *
 * @param outcome only those that say this
 * @param feedback only those that think this of the machine's part
 * @param decidedBy only those of one person
 * @param standing only those that were not undone and undo nothing
 */
public record DecisionFilter(
        Optional<Outcome> outcome, Optional<Feedback> feedback, Optional<String> decidedBy, boolean standing) {}
