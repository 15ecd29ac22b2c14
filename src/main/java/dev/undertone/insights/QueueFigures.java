package dev.undertone.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a queue fares.
 *
 * @param queue its name
 * @param decided how many items were decided in the period
 * @param median half of them were decided within this time; empty without any
 * @param slow nine of ten were decided within this time
 * @param waiting how many items wait now
 * @param oldest since when the oldest of these waits
 */
public record QueueFigures(
        String queue,
        long decided,
        Optional<Duration> median,
        Optional<Duration> slow,
        long waiting,
        Optional<Instant> oldest) {}
