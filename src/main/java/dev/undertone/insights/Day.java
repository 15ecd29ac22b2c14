package dev.undertone.insights;

import dev.undertone.emotion.Emotion;
import dev.undertone.figures.Proportion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What happened on one day.
 *
 * @param date in UTC
 * @param emotions how many submissions had this emotion as their most probable one
 * @param unread how many submissions the model could not read
 * @param flagged how many submissions were not simply allowed
 * @param outcomes how many items were decided how; an undone decision does not count
 * @param backlog how many items waited at the end of the day, or wait now
 */
public record Day(
        LocalDate date,
        Map<Emotion, Long> emotions,
        long unread,
        long flagged,
        Map<String, Long> outcomes,
        long backlog) {

    /** Copies the counts. */
    public Day {
        emotions = Map.copyOf(emotions);
        outcomes = Map.copyOf(outcomes);
    }

    /** How many submissions came in. */
    public long submissions() {
        return unread + emotions.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share that was not simply allowed; empty on a day without submissions. */
    public Optional<Proportion> flagRate() {
        return submissions() == 0 ? Optional.empty() : Optional.of(new Proportion(flagged, submissions()));
    }
}
