package dev.undertone.wellbeing;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service cares for those who read.
 *
 * @param budget heavy minutes a day after which a break is suggested to people who chose nothing else; 0 for never
 * @param keepDays for how many days what somebody had on screen is kept, at most 30
 * @param zone whose midnight begins a day; that of the machine if not given
 */
@ConfigurationProperties("undertone.wellbeing")
public record WellbeingSettings(
        @DefaultValue("45m") Duration budget,
        @DefaultValue("30") int keepDays,
        @Nullable ZoneId zone) {

    private static final int LONGEST = 30;

    /** Refuses to keep for longer than was promised, and less than the page shows. */
    public WellbeingSettings {
        if (budget.isNegative() || budget.toMinutes() > Choice.LARGEST_BUDGET) {
            throw new IllegalArgumentException("undertone.wellbeing.budget is " + budget + ", expected 0 to "
                    + Choice.LARGEST_BUDGET + " minutes");
        }
        if (keepDays < Exposure.WEEK || keepDays > LONGEST) {
            throw new IllegalArgumentException(
                    "undertone.wellbeing.keep-days is " + keepDays + ", expected " + Exposure.WEEK + " to " + LONGEST);
        }
    }

    /** Whose midnight begins a day. */
    public ZoneId dayZone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }
}
