package dev.undertone.insights.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The words of messages.properties, and figures as people write them. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double PERCENT = 100;

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("insights." + key, arguments, locale);
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", share * PERCENT);
    }

    /** A time in the two largest units that say enough; a dash for none. */
    static String length(Optional<Duration> length) {
        return length.map(Words::length).orElse("–");
    }

    private static String length(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toSeconds() + " s";
    }
}
