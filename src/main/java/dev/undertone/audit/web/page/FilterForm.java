package dev.undertone.audit.web.page;

import dev.undertone.audit.AuditFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filters as they stand in the form; blank ones do not narrow.
 *
 * @param actor id or name of who did it
 * @param action what was done
 * @param subject the id of what it was done to
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 */
record FilterForm(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to) {

    /** What the form means; a day that is none narrows nothing. */
    AuditFilter asFilter() {
        return new AuditFilter(
                Optional.empty(),
                text(subject),
                text(actor),
                text(action),
                day(from).map(FilterForm::start),
                day(to).map(day -> start(day.plusDays(1))));
    }

    /** The names of the fields in which no day stands although something does. */
    public List<String> unread() {
        List<String> unread = new ArrayList<>();
        if (text(from).isPresent() && day(from).isEmpty()) {
            unread.add("from");
        }
        if (text(to).isPresent() && day(to).isEmpty()) {
            unread.add("to");
        }
        return unread;
    }

    /** Whether anything narrows. */
    public boolean narrows() {
        return List.of(text(actor), text(action), text(subject), text(from), text(to)).stream()
                .anyMatch(Optional::isPresent);
    }

    private static Optional<String> text(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return text(typed).map(LocalDate::parse).filter(day -> day.getYear() < 9000 && day.getYear() > 1900);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
