package dev.undertone.review.web;

import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.reading.ItemFilter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk decision, as it was sent; says either which items or by what they are found.
 *
 * @param ids which items
 * @param filter or what they have in common
 * @param outcome APPROVED, REJECTED, IGNORED or ESCALATED
 * @param reason why
 * @param correction the emotion that the person read in all of them
 * @param feedback POLICY_WRONG, EMOTION_WRONG or BOTH_RIGHT
 * @param expected how many items the filter is meant to match
 */
record BulkRequest(
        @Nullable List<@Nullable String> ids,
        @Nullable Filter filter,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String correction,
        @Nullable String feedback,
        @Nullable Integer expected) {

    Opinion opinion() {
        return DecisionRequest.opinion(outcome, reason, correction, feedback);
    }

    OptionalInt count() {
        return expected == null ? OptionalInt.empty() : OptionalInt.of(expected);
    }

    /** The ids, if the request names some instead of a filter. */
    List<UUID> named() {
        if ((ids == null) == (filter == null)) {
            throw RequestRefused.because("Send either \"ids\" or \"filter\".");
        }
        if (ids == null) {
            return List.of();
        }
        if (ids.isEmpty()) {
            throw RequestRefused.because("\"ids\" is empty.");
        }
        return ids.stream()
                .map(id -> Asked.id("item", Objects.requireNonNullElse(id, "null")))
                .toList();
    }

    /**
     * What the items have in common.
     *
     * @param queue their queue
     * @param status their status or statuses; all that wait if null
     * @param rule the rule that held them
     * @param emotion whose probability lies in the range
     * @param atLeast the start of the range, 0 if null
     * @param atMost the end of the range, 1 if null
     */
    record Filter(
            @Nullable String queue,
            @Nullable List<@Nullable String> status,
            @Nullable String rule,
            @Nullable String emotion,
            @Nullable Double atLeast,
            @Nullable Double atMost) {

        ItemFilter toFilter() {
            return new ItemFilter(Asked.queue(queue), Asked.statuses(status), Asked.name("rule", rule), range());
        }

        private java.util.Optional<ItemFilter.Range> range() {
            if (emotion == null && (atLeast != null || atMost != null)) {
                throw RequestRefused.because("\"atLeast\" and \"atMost\" need an \"emotion\".");
            }
            try {
                return Asked.emotion("emotion", emotion)
                        .map(which -> new ItemFilter.Range(
                                which, atLeast == null ? 0 : atLeast, atMost == null ? 1 : atMost));
            } catch (IllegalArgumentException impossible) {
                throw RequestRefused.because(impossible.getMessage() + ".");
            }
        }
    }
}
