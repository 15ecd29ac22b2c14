package dev.undertone.review.reading;

import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.review.Lease;
import dev.undertone.review.Reviewable;
import dev.undertone.review.priority.Priority;
import java.util.Optional;

/**
 * An item as a person sees it.
 *
 * @param item what is known of the review
 * @param submission what is reviewed
 * @param priority why it stands where it stands
 * @param lease who has it
 */
public record ItemDetails(
        Reviewable item, Optional<SubmissionDetails> submission, Priority priority, Optional<Lease> lease) {}
