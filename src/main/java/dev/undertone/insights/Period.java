package dev.undertone.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back figures go: whole days in UTC, today among them. */
public enum Period {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** How many days, today included. */
    public int days() {
        return days;
    }

    /** The period of so many days. */
    public static Optional<Period> ofDays(int days) {
        return Arrays.stream(values()).filter(period -> period.days == days).findFirst();
    }

    /** The days, the oldest first. */
    List<LocalDate> upTo(Instant now) {
        LocalDate first = first(now);
        return Stream.iterate(first, day -> day.plusDays(1)).limit(days).toList();
    }

    /** The beginning of the oldest day. */
    Instant since(Instant now) {
        return first(now).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private LocalDate first(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days - 1L);
    }
}
