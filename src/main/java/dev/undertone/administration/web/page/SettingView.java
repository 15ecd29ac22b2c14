package dev.undertone.administration.web.page;

import dev.undertone.administration.settings.Setting;
import dev.undertone.administration.settings.Setting.Source;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * A setting as its page shows it.
 *
 * @param name in full
 * @param shortName without the module
 * @param running what the service runs with
 * @param next what it will be after the next start; empty if that is the same
 * @param usual what it is if nobody says anything
 * @param editable whether it can be changed on the page
 * @param byOperator whether the operator set it
 * @param changed whether it was changed here
 */
record SettingView(
        String name,
        String shortName,
        String running,
        Optional<String> next,
        String usual,
        boolean editable,
        boolean byOperator,
        boolean changed) {

    private static final Pattern TIME = Pattern.compile("PT(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?");
    private static final Pattern SIZE = Pattern.compile("(\\d+)B");
    private static final long STEP = 1024;
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS);

    static SettingView of(Setting setting) {
        boolean byOperator = setting.source() == Source.OPERATOR;
        boolean oneField = !setting.value().startsWith("{") && !setting.value().equals("***");
        Optional<String> next = Optional.ofNullable(setting.afterRestart());
        return new SettingView(
                setting.name(),
                setting.name().split("\\.", 3)[2],
                asWritten(setting.value()),
                next,
                asWritten(setting.usual()),
                !byOperator && oneField,
                byOperator,
                next.isPresent() || setting.source() == Source.ADMINISTRATION);
    }

    /** What stands in the field. */
    public String inField() {
        return next.orElse(running);
    }

    /** Times and sizes as people write them into a file of settings: 5m, 7d, 10MB. */
    static String asWritten(String value) {
        if (TIME.matcher(value).matches()) {
            return timeAsWritten(Duration.parse(value));
        }
        Matcher size = SIZE.matcher(value);
        if (!size.matches()) {
            return value;
        }
        long bytes = Long.parseLong(size.group(1));
        if (bytes > 0 && bytes % (STEP * STEP) == 0) {
            return bytes / (STEP * STEP) + "MB";
        }
        return bytes > 0 && bytes % STEP == 0 ? bytes / STEP + "KB" : value;
    }

    /**
     * In the largest unit that leaves nothing over; a single day is 24h, as it stands in the settings' own defaults.
     */
    private static String timeAsWritten(Duration time) {
        return UNITS.stream()
                .filter(unit -> time.compareTo(unit.getDuration()) >= 0 && time.equals(time.truncatedTo(unit)))
                .filter(unit -> unit != ChronoUnit.DAYS || !time.equals(DAY))
                .findFirst()
                .map(unit -> DurationStyle.SIMPLE.print(time, unit))
                .orElseGet(() -> time.isZero() ? "0s" : time.toString());
    }
}
