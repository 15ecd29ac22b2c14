package dev.undertone.moderation.policies.preview;

import dev.undertone.figures.Proportion;
import java.util.Optional;

/**
 * How well a policy agrees with people, over the submissions that they approved or rejected.
 *
 * @param decided how many they were
 * @param precision the rejected share of those that it holds or blocks; empty if it does so with none
 * @param recall the held or blocked share of those that were rejected; empty if none was
 */
public record Quality(long decided, Optional<Proportion> precision, Optional<Proportion> recall) {}
