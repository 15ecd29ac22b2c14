package dev.undertone.system;

import dev.undertone.account.Scope;
import dev.undertone.account.login.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What every page shows around its content; templates ask it by name, as error pages have no model of their own. */
@Component("frame")
class Frame {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final long MINUTES_OF_AN_HOUR = 60;
    private static final long HOURS_OF_A_DAY = 24;

    private final Clock clock;
    private final MessageSource messages;

    Frame(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** The pages that whoever asks may open. */
    public List<NavigationEntry> navigation() {
        Set<Scope> scopes = person().map(Identity::scopes).orElse(Set.of());
        return Arrays.stream(NavigationEntry.values())
                .filter(entry -> entry.opensTo(scopes))
                .toList();
    }

    /** Who signed in, if anybody did. */
    public Optional<Identity.OfPerson> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Identity.OfPerson.class::isInstance)
                .map(Identity.OfPerson.class::cast);
    }

    /** Whether whoever asks has this scope, named in lower case. */
    public boolean may(String scope) {
        return person().stream()
                .flatMap(person -> person.scopes().stream())
                .anyMatch(one -> one.label().equals(scope));
    }

    /** How long ago this was, in words such as "4 min ago"; what lies ahead reads "in 4 min". */
    public String ago(Instant instant) {
        Duration passed = Duration.between(instant, clock.instant());
        String length = length(passed.abs());
        String key = passed.isNegative() ? "time.ahead" : "time.ago";
        boolean now = passed.abs().compareTo(Duration.ofMinutes(1)) < 0;
        return now ? word("time.now") : word(key, length);
    }

    /**
     * When something was that is only known not to have been before this: "within the last 3 h", and where it may have
     * been for longer than a day as {@link #ago}.
     */
    public String within(Instant earliest) {
        long hours = Duration.between(earliest, clock.instant()).toHours() + 1;
        return hours <= HOURS_OF_A_DAY ? word("time.within", hours) : ago(earliest);
    }

    /** The same without "ago", in one unit and rounded to it: "4 min", "3 h", "12 d". */
    public String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return word("time.seconds", length.toSeconds());
        }
        long minutes = rounded(length, ChronoUnit.MINUTES);
        if (minutes < MINUTES_OF_AN_HOUR) {
            return word("time.minutes", minutes);
        }
        long hours = rounded(length, ChronoUnit.HOURS);
        return hours < HOURS_OF_A_DAY ? word("time.hours", hours) : word("time.days", rounded(length, ChronoUnit.DAYS));
    }

    private static long rounded(Duration length, ChronoUnit unit) {
        return Math.round((double) length.toSeconds() / unit.getDuration().toSeconds());
    }

    /** The moment to the second, in UTC. */
    public String exact(Instant instant) {
        return EXACT.format(instant);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
