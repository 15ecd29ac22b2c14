package dev.undertone.insights;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionsRemoved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of a period. They are counted at most once in {@link #KEPT_FOR} and period, beside the requests that ask
 * for them, so that a page with 100,000 submissions behind it does not wait; each report says when it was counted.
 */
@Component
public class Insights {

    /** How old a report may be before it is counted anew. */
    private static final Duration KEPT_FOR = Duration.ofSeconds(30);

    /** A report that nobody has asked for in this time is not shown any more while a new one is counted. */
    private static final Duration WORTH_SHOWING_FOR = Duration.ofMinutes(15);

    private final LoadingCache<Asked, Report> reports;
    private final AtomicLong removals = new AtomicLong();
    private final DayCounts days;
    private final ReviewCounts reviews;
    private final Clock clock;
    private final TransactionTemplate reading;

    Insights(DayCounts days, ReviewCounts reviews, Clock clock, PlatformTransactionManager transactions) {
        this.days = days;
        this.reviews = reviews;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        // All counts of a report are of one moment.
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reports = Caffeine.newBuilder()
                .refreshAfterWrite(KEPT_FOR)
                .expireAfterWrite(WORTH_SHOWING_FOR)
                .build(asked -> count(asked.period()));
    }

    /** The figures of a period; whoever asks waits for them to be counted if they are old. */
    public Report report(Period period) {
        Asked asked = new Asked(period, removals.get());
        Report known = reports.get(asked);
        if (!isOld(known)) {
            return known;
        }
        try {
            return reports.refresh(asked).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Whether a report is so old that it is being counted anew. */
    public boolean isOld(Report report) {
        return report.asOf().plus(KEPT_FOR).isBefore(clock.instant());
    }

    /** The same if they have been counted lately, so that whoever asks need not wait; see {@link #isOld}. */
    public Optional<Report> known(Period period) {
        return Optional.ofNullable(reports.getIfPresent(new Asked(period, removals.get())));
    }

    /**
     * Counts anew when asked next: something was removed that must not be shown any more. What is being counted while
     * it goes is not shown either.
     */
    @TransactionalEventListener({AuthorErased.class, SubmissionsRemoved.class})
    public void forget() {
        removals.incrementAndGet();
        reports.invalidateAll();
    }

    private Report count(Period period) {
        Instant now = clock.instant();
        Instant since = period.since(now);
        Report report = reading.execute(status -> new Report(
                period,
                now,
                days.days(period, now),
                reviews.queues(since),
                reviews.rules(since),
                reviews.calibration(since)));
        if (report == null) {
            throw new IllegalStateException("counting gave no report");
        }
        return report;
    }

    /**
     * What a report answers.
     *
     * @param period how far back
     * @param removals how often something was removed before it was asked for
     */
    private record Asked(Period period, long removals) {}
}
