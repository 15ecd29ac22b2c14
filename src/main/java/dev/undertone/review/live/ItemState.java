package dev.undertone.review.live;

import dev.undertone.review.LastDecision;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewStatus;
import java.util.Optional;
import java.util.UUID;

/**
 * How an item is now, without anything that it says.
 *
 * @param id which one
 * @param status where it is in its life
 * @param lease who has it
 * @param decision the decision that stands
 */
public record ItemState(UUID id, ReviewStatus status, Optional<Lease> lease, Optional<LastDecision> decision) {}
