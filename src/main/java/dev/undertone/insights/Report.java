package dev.undertone.insights;

import java.time.Instant;
import java.util.List;

/**
 * All figures of a period, counted at one moment.
 *
 * @param period how far back
 * @param asOf when they were counted
 * @param days one each, the oldest first
 * @param queues by name
 * @param rules the one that held most first
 * @param calibration ten bins
 */
public record Report(
        Period period,
        Instant asOf,
        List<Day> days,
        List<QueueFigures> queues,
        List<RuleFigures> rules,
        List<CalibrationBin> calibration) {

    /** Copies the lists. */
    public Report {
        days = List.copyOf(days);
        queues = List.copyOf(queues);
        rules = List.copyOf(rules);
        calibration = List.copyOf(calibration);
    }

    /** How many submissions came in. */
    public long submissions() {
        return days.stream().mapToLong(Day::submissions).sum();
    }

    /** How many of them were not simply allowed. */
    public long flagged() {
        return days.stream().mapToLong(Day::flagged).sum();
    }

    /** How many items were decided. */
    public long decided() {
        return queues.stream().mapToLong(QueueFigures::decided).sum();
    }

    /** How many items wait now. */
    public long waiting() {
        return queues.stream().mapToLong(QueueFigures::waiting).sum();
    }
}
