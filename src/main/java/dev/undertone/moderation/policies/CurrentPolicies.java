package dev.undertone.moderation.policies;

import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.Evidence;
import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges by a copy in memory. A change in this process is seen at once; what another process changed is seen within a
 * second, as the counter is read that often at most.
 */
@Component
class CurrentPolicies implements StandingPolicies {

    private static final long MILLIS_BETWEEN_CHECKS = Duration.ofSeconds(1).toMillis();

    private final Standing standing;
    private final FirstPolicy first;
    private final JdbcClient jdbc;
    private final Clock clock;

    private volatile @Nullable InForce copy;
    private final AtomicLong checkedAt = new AtomicLong();

    CurrentPolicies(Standing standing, FirstPolicy first, JdbcClient jdbc, Clock clock) {
        this.standing = standing;
        this.first = first;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Ruling judge(Evidence evidence) {
        InForce.Version live = inForce().live();
        return new Ruling(live.label(), live.policy().judge(evidence));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordShadows(SubmissionId id, Evidence evidence, Verdict done) {
        for (InForce.Version shadow : inForce().shadows()) {
            Outcome outcome = shadow.policy().outcome(evidence);
            jdbc.sql("""
                            insert into shadow_judgement
                              (submission_id, policy_version_id, verdict, queue, done, judged_at)
                            values (:submission, :version, :verdict, :queue, :done, :at)
                            """)
                    .param("submission", id.value())
                    .param("version", shadow.id())
                    .param("verdict", outcome.verdict().label())
                    .param("queue", outcome.queue().map(QueueName::value).orElse(null))
                    .param("done", done.label())
                    .param(
                            "at",
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                    .truncatedTo(ChronoUnit.MICROS))
                    .update();
        }
    }

    /** What is in force, at most a second old. */
    InForce inForce() {
        InForce known = copy;
        long now = clock.millis();
        if (known == null) {
            return read(null, now);
        }
        long last = checkedAt.get();
        // A clock that was set back is no reason to trust an old copy. One of many threads looks; the others go on.
        if (Math.abs(now - last) < MILLIS_BETWEEN_CHECKS || !checkedAt.compareAndSet(last, now)) {
            return known;
        }
        boolean unchanged =
                standing.counter().filter(counter -> counter == known.counter()).isPresent();
        return unchanged ? known : read(known, now);
    }

    /** The next question reads what is in force again. */
    synchronized void forget() {
        copy = null;
    }

    private synchronized InForce read(@Nullable InForce old, long now) {
        InForce known = copy;
        if (known == null || known.equals(old)) {
            known = standing.inForce().orElseGet(this::install);
            copy = known;
            checkedAt.set(now);
        }
        return known;
    }

    private InForce install() {
        first.ensure();
        return standing.inForce().orElseThrow(() -> new IllegalStateException("there is no live policy"));
    }
}
