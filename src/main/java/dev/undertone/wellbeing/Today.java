package dev.undertone.wellbeing;

import java.time.Instant;

/**
 * How far somebody's day has come.
 *
 * @param day what they had on screen until now
 * @param choice what they chose
 */
public record Today(Day day, Choice choice) {

    /** Whether they had as much as they set themselves. */
    public boolean budgetReached() {
        return choice.budgetMinutes() > 0 && day.heavyMinutes() >= choice.budgetMinutes();
    }

    /** Whether to suggest a break now. */
    public boolean suggestsBreak(Instant now) {
        return budgetReached()
                && choice.quietUntil().filter(until -> until.isAfter(now)).isEmpty();
    }
}
