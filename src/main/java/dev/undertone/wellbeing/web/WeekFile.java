package dev.undertone.wellbeing.web;

import dev.undertone.wellbeing.Day;
import java.util.List;
import java.util.Locale;

/** Seven days as a file for whoever had them on screen. */
final class WeekFile {

    private WeekFile() {}

    static String of(List<Day> days) {
        StringBuilder file = new StringBuilder("day,any_text_minutes,heavy_minutes,anger,fear,sadness\r\n");
        for (Day day : days) {
            file.append(String.format(
                    Locale.ROOT,
                    "%s,%.1f,%.1f,%.1f,%.1f,%.1f\r\n",
                    day.date(),
                    day.shownMinutes(),
                    day.heavyMinutes(),
                    day.angerMinutes(),
                    day.fearMinutes(),
                    day.sadnessMinutes()));
        }
        return file.toString();
    }
}
