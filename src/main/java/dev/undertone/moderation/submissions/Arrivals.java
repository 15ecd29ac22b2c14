package dev.undertone.moderation.submissions;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.policy.Evidence;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what came in, together with everything that must be there if the submission is. */
@Component
public class Arrivals {

    private static final int SALT_BYTES = 16;

    /** The same for everybody, so that two who store the same submissions meet at the first instead of in a knot. */
    private static final Comparator<Assessed> ORDER = Comparator.comparing(
                    (Assessed one) -> one.submission().channel())
            .thenComparing(one -> one.submission().externalId().orElse(""));

    private final SubmissionRows rows;
    private final StandingPolicies policies;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Arrivals(
            SubmissionRows rows,
            StandingPolicies policies,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Those of the keys under which something is stored. */
    @Transactional(readOnly = true)
    public Map<SubmissionKey, SubmissionDetails> known(Collection<SubmissionKey> keys) {
        Map<String, List<String>> byChannel = keys.stream()
                .collect(Collectors.groupingBy(
                        SubmissionKey::channel,
                        LinkedHashMap::new,
                        Collectors.mapping(SubmissionKey::externalId, Collectors.toList())));
        Map<SubmissionKey, SubmissionDetails> known = new HashMap<>();
        byChannel.forEach((channel, externalIds) -> rows.findByChannelAndExternalIdIn(channel, externalIds).stream()
                .map(Submission::details)
                .forEach(found -> SubmissionKey.of(found.origin()).ifPresent(key -> known.put(key, found))));
        return known;
    }

    /**
     * Stores submissions, tells who has to look at them and takes them down in the audit trail, in one transaction.
     *
     * @param assessed each stored for the first time
     * @param alongside what else belongs into the transaction
     * @return in the order of {@code assessed}
     * @throws ShadowsFailed if what the shadow policies would have done could not be kept; nothing is stored
     */
    @Transactional
    public List<SubmissionDetails> store(List<Assessed> assessed, Actor by, Alongside alongside) {
        return store(assessed, by, alongside, true);
    }

    /** The same as {@link #store}, but without asking the shadow policies. */
    @Transactional
    public List<SubmissionDetails> storeWithoutShadows(List<Assessed> assessed, Actor by, Alongside alongside) {
        return store(assessed, by, alongside, false);
    }

    private List<SubmissionDetails> store(List<Assessed> assessed, Actor by, Alongside alongside, boolean shadows) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IdentityHashMap<Assessed, Submission> stored = new IdentityHashMap<>();
        assessed.stream()
                .sorted(ORDER)
                .forEach(one -> stored.put(
                        one, rows.save(new Submission(one.submission(), one.assessment(), salt(), by, now))));
        rows.flush();
        List<SubmissionDetails> details = new ArrayList<>(assessed.size());
        for (Assessed one : assessed) {
            Submission submission = Objects.requireNonNull(stored.get(one));
            announce(one, submission, by, shadows);
            details.add(submission.details());
        }
        alongside.accept(details);
        return details;
    }

    private void announce(Assessed one, Submission stored, Actor by, boolean shadows) {
        SubmissionDetails details = stored.details();
        if (shadows) {
            one.evidence().ifPresent(evidence -> recordShadows(details, evidence));
        }
        details.queue()
                .ifPresent(queue -> events.publishEvent(new SubmissionHeld(
                        details.id(),
                        details.origin().channel(),
                        queue,
                        details.judgement(),
                        details.scoring().map(SubmissionDetails.Scoring::scores),
                        details.policyVersion(),
                        details.scoring().map(SubmissionDetails.Scoring::checkpoint),
                        details.receivedAt())));
        audit.append(by, stored.arrival());
    }

    private void recordShadows(SubmissionDetails details, Evidence evidence) {
        try {
            policies.recordShadows(details.id(), evidence, details.verdict());
        } catch (RuntimeException failure) {
            throw new ShadowsFailed(failure);
        }
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** What else happens in the transaction that stores submissions. */
    @FunctionalInterface
    public interface Alongside {

        /** Is given what was stored; if it throws, nothing is. */
        void accept(List<SubmissionDetails> stored);
    }

    /** What would only have been written down for comparison could not be; nothing was stored. */
    public static final class ShadowsFailed extends RuntimeException {
        ShadowsFailed(RuntimeException cause) {
            super("the shadow policies could not be recorded", cause);
        }
    }
}
