package dev.undertone.wellbeing;

import java.time.LocalDate;

/**
 * What somebody had on screen in a day, in seconds.
 *
 * @param date which day
 * @param shown how long any text was there
 * @param anger the same, weighted by the probability of anger
 * @param fear by that of fear
 * @param sadness by that of sadness
 */
public record Day(LocalDate date, double shown, double anger, double fear, double sadness) {

    private static final double MINUTE = 60;

    /** A day without anything. */
    static Day empty(LocalDate date) {
        return new Day(date, 0, 0, 0, 0);
    }

    /** Minutes of all three together. */
    public double heavyMinutes() {
        return angerMinutes() + fearMinutes() + sadnessMinutes();
    }

    /** The same without what is not a whole minute. */
    public long wholeMinutes() {
        return (long) heavyMinutes();
    }

    /** Minutes of anger. */
    public double angerMinutes() {
        return anger / MINUTE;
    }

    /** Minutes of fear. */
    public double fearMinutes() {
        return fear / MINUTE;
    }

    /** Minutes of sadness. */
    public double sadnessMinutes() {
        return sadness / MINUTE;
    }

    /** Minutes of any text. */
    public double shownMinutes() {
        return shown / MINUTE;
    }
}
