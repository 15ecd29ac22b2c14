package dev.undertone.pages;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.database.MovableClock;
import dev.undertone.moderation.policies.NewVersion;
import dev.undertone.moderation.policies.PolicyShelf;
import dev.undertone.moderation.policies.PolicyStates;
import dev.undertone.moderation.policies.VersionDetails;
import dev.undertone.moderation.policies.VersionNote;
import dev.undertone.policy.Policy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty service: 90 days of submissions, what people did about them, and the audit entries of it all. */
final class Stock {

    private static final int DAYS = 90;
    private static final int A_TRANSACTION = 500;
    private static final Actor FORUM = new Actor(Actor.Kind.API_KEY, "key-1", "forum", Optional.empty());
    private static final Actor MIRA = new Actor(Actor.Kind.PERSON, "p", "Mira", Optional.empty());

    private final ApplicationContext service;
    private final Extent extent;
    private final JdbcTemplate jdbc;
    private final MovableClock clock;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Stock(ApplicationContext service, Extent extent) {
        this.service = service;
        this.extent = extent;
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.clock = service.getBean(MovableClock.class);
        this.trail = service.getBean(AuditTrail.class);
        this.transaction = service.getBean(TransactionTemplate.class);
    }

    /** Fills it for somebody to look at. */
    void fill(UUID reader) {
        add(shadow().id(), extent.submissions(), 1);
        new Surroundings(jdbc, clock.instant()).exposure(reader);
    }

    /** Adds submissions, evenly over the next 90 days; the clock then stands at their end. */
    private void add(UUID shadow, int submissions, long seed) {
        Rows rows = new Rows(jdbc, extent, shadow, seed);
        Duration step = Duration.ofDays(DAYS).dividedBy(submissions);
        Instant end = clock.instant().plus(Duration.ofDays(DAYS));
        for (int i = 0; i < submissions; i += A_TRANSACTION) {
            int size = Math.min(A_TRANSACTION, submissions - i);
            boolean last = i + size >= submissions;
            transaction.executeWithoutResult(status -> {
                for (int n = 0; n < size; n++) {
                    clock.advance(step);
                    note(rows.add(clock.instant(), end));
                }
                rows.flush(last);
            });
        }
    }

    /** Adds so many of everything there is. */
    void more(int count) {
        UUID shadow = jdbc.queryForObject("select id from policy_version where state = 'SHADOW'", UUID.class);
        add(Objects.requireNonNull(shadow), count, 2);
        surround(count);
    }

    /** Adds people, keys, policies, versions of the one that judges, and files. */
    void surround(int count) {
        new Surroundings(jdbc, clock.instant())
                .add(count, service.getBean(PolicyShelf.class).judging());
    }

    /** The second version of the policy that judges. */
    private VersionDetails shadow() {
        PolicyShelf shelf = service.getBean(PolicyShelf.class);
        PolicyStates states = service.getBean(PolicyStates.class);
        UUID policy = shelf.judging().policyId();
        Policy milder = new Policy(Policy.standard().rules().subList(0, 3));
        VersionDetails made = shelf.addVersion(policy, new NewVersion(milder, VersionNote.NONE), Actor.commandLine());
        states.previewed(policy, made.number(), Actor.commandLine());
        return states.shadow(policy, made.number(), Actor.commandLine());
    }

    private void note(Rows.Deed deed) {
        String verdict = deed.item() == null ? "ALLOW" : "HOLD";
        Map<String, String> stored = Map.of("verdict", verdict, "channel", "channel-1");
        trail.append(
                FORUM,
                Change.of("submission.received", "submission", deed.submission().toString(), Map.of(), stored));
        if (deed.item() != null && deed.decision() != null) {
            Map<String, String> decided = Map.of("status", "DECIDED", "outcome", deed.outcome());
            trail.append(
                    MIRA,
                    Change.of(
                            "decision.made", "reviewable", deed.item().toString(), Map.of("status", "OPEN"), decided));
        }
    }

    /** As after a night in which the database has put itself in order. */
    void settle() {
        String product =
                jdbc.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName());
        jdbc.execute("PostgreSQL".equals(product) ? "vacuum analyze" : "analyze");
    }
}
