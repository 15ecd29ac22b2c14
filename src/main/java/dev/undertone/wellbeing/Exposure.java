package dev.undertone.wellbeing;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.review.reader.ItemScores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What somebody has had on screen; told by their browser in small beats, shown to nobody else. */
@Component
public class Exposure {

    /** The days that are shown. */
    public static final int WEEK = 7;

    /** More than a browser waits between two beats; one beat adds no more than this, whatever it says. */
    public static final Duration LONGEST_BEAT = Duration.ofSeconds(20);

    /** The most texts of one beat; a screen holds no more. */
    public static final int MOST_TEXTS = 30;

    private static final int TRIES = 3;
    private static final double MILLIS = 1000;

    private final WellbeingRows rows;
    private final ItemScores scores;
    private final WellbeingSettings settings;
    private final Clock clock;

    Exposure(WellbeingRows rows, ItemScores scores, WellbeingSettings settings, Clock clock) {
        this.rows = rows;
        this.scores = scores;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adds a beat to the caller's day. It never adds more time than has passed since their last beat, in whatever tab.
     *
     * @param items whose texts were to be read; their emotions count in equal parts
     * @param claimed for how long, as the browser says
     */
    public void seen(Collection<UUID> items, Duration claimed, Caller caller) {
        Optional<UUID> person = Persons.of(caller);
        if (person.isEmpty() || items.isEmpty() || items.size() > MOST_TEXTS || claimed.isNegative()) {
            return;
        }
        List<EmotionScores> read = scores.of(items);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<Instant> last = rows.lastBeat(person.get());
            double seconds = seconds(claimed, last, now);
            if (seconds <= 0 || rows.add(person.get(), day(read, items.size(), seconds, now), last, now)) {
                return;
            }
        }
    }

    private static double seconds(Duration claimed, Optional<Instant> last, Instant now) {
        Duration passed = last.map(beat -> Duration.between(beat, now)).orElse(LONGEST_BEAT);
        Duration most = passed.compareTo(LONGEST_BEAT) < 0 ? passed : LONGEST_BEAT;
        return (claimed.compareTo(most) < 0 ? claimed : most).toMillis() / MILLIS;
    }

    private Day day(List<EmotionScores> read, int texts, double seconds, Instant now) {
        double each = seconds / texts;
        return new Day(
                date(now),
                seconds,
                each * sum(read, Emotion.ANGER),
                each * sum(read, Emotion.FEAR),
                each * sum(read, Emotion.SADNESS));
    }

    private static double sum(List<EmotionScores> read, Emotion emotion) {
        return read.stream().mapToDouble(scores -> scores.of(emotion)).sum();
    }

    /** How far the caller's day has come; empty for a program. */
    public Optional<Today> today(Caller caller) {
        return Persons.of(caller).map(person -> rows.today(person, date(clock.instant())));
    }

    /** The caller's last seven days, today last; empty for a program. */
    public List<Day> week(Caller caller) {
        return Persons.of(caller).map(this::week).orElse(List.of());
    }

    private List<Day> week(UUID person) {
        LocalDate first = date(clock.instant()).minusDays(WEEK - 1L);
        Map<LocalDate, Day> kept = new HashMap<>();
        rows.days(person, first).forEach(day -> kept.put(day.date(), day));
        return IntStream.range(0, WEEK)
                .mapToObj(first::plusDays)
                .map(date -> kept.getOrDefault(date, Day.empty(date)))
                .toList();
    }

    /** When the caller's day began. */
    public Instant dayBegan() {
        return date(clock.instant()).atStartOfDay(settings.dayZone()).toInstant();
    }

    private LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, settings.dayZone());
    }

    /** Forgets what is older than was promised. */
    int forgetOld() {
        return rows.forgetBefore(date(clock.instant()).minusDays(settings.keepDays() - 1L));
    }
}
