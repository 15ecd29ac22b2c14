package dev.undertone.moderation.submissions;

import dev.undertone.audit.Actor;
import dev.undertone.audit.Change;
import dev.undertone.audit.SaltedHash;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.Resolution;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A text that somebody wanted judged, what the machine said about it and what people made of it. */
@Entity
class Submission {

    private static final int LONGEST_OBSTACLE = 500;

    @Id
    private UUID id;

    private String channel;

    private @Nullable String externalId;

    private @Nullable String author;

    @Column(length = 20_000)
    private @Nullable String text;

    @Column(length = 20_000)
    private @Nullable String context;

    private @Nullable String salt;

    private Instant receivedAt;

    private String submittedBy;

    private int textLength;

    @Embedded
    private @Nullable StoredScoring scoring;

    private String verdict;

    private @Nullable String queue;

    private @Nullable String policyVersion;

    @Column(length = 100_000)
    private @Nullable String judgement;

    private @Nullable String obstacle;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Resolution resolution;

    private @Nullable String correction;

    private @Nullable String resolvedBy;

    private @Nullable Instant resolvedAt;

    private @Nullable Instant erasedAt;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    Submission(NewSubmission received, Assessment assessment, String salt, Actor by, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.channel = received.channel();
        this.externalId = received.externalId().orElse(null);
        this.author = received.author().orElse(null);
        this.text = received.text();
        this.context = received.context().orElse(null);
        this.salt = salt;
        this.receivedAt = received.receivedAt().orElse(at);
        this.submittedBy = by.id();
        this.textLength = received.text().length();
        this.scoring = assessment.scoring().map(StoredScoring::new).orElse(null);
        this.verdict = assessment.verdict().label();
        this.queue = assessment.queue().map(QueueName::value).orElse(null);
        this.policyVersion =
                assessment.ruling().map(said -> said.policyVersion()).orElse(null);
        this.judgement = assessment
                .ruling()
                .map(said -> JudgementJson.write(said.judgement()))
                .orElse(null);
        this.obstacle = assessment
                .obstacle()
                .map(fact -> fact.substring(0, Math.min(fact.length(), LONGEST_OBSTACLE)))
                .orElse(null);
    }

    /** What other modules see of it. */
    SubmissionDetails details() {
        return new SubmissionDetails(
                new SubmissionId(id),
                new SubmissionDetails.Origin(
                        channel,
                        Optional.ofNullable(externalId),
                        Optional.ofNullable(author),
                        Optional.ofNullable(text),
                        Optional.ofNullable(context)),
                receivedAt,
                Optional.ofNullable(scoring).map(StoredScoring::scoring),
                judgement(),
                Optional.ofNullable(policyVersion),
                Optional.ofNullable(obstacle));
    }

    /** Everything that is kept of it. */
    KeptSubmission kept() {
        return new KeptSubmission(details(), outcome(), submittedBy, Optional.ofNullable(erasedAt));
    }

    /** What the audit trail says of its arrival: nothing that would have to be erased. */
    Change arrival() {
        Map<String, String> after = new TreeMap<>();
        after.put("channel", channel);
        after.put("textLength", Integer.toString(textLength));
        after.put("verdict", verdict);
        if (salt != null && text != null) {
            after.put("textHash", SaltedHash.of(HexFormat.of().parseHex(salt), text));
        }
        if (queue != null) {
            after.put("queue", queue);
        }
        if (obstacle != null) {
            after.put("obstacle", obstacle);
        }
        Optional<String> checkpoint = details().scoring().map(SubmissionDetails.Scoring::checkpoint);
        return new Change(
                "submission.received",
                "submission",
                id.toString(),
                Map.of(),
                after,
                checkpoint,
                Optional.ofNullable(policyVersion));
    }

    private Optional<Outcome> outcome() {
        if (resolution == null || resolvedBy == null || resolvedAt == null) {
            return Optional.empty();
        }
        Optional<Emotion> read = Optional.ofNullable(correction).flatMap(Emotion::withLabel);
        return Optional.of(new Outcome(resolution, read, resolvedBy, resolvedAt));
    }

    private Optional<Judgement> judgement() {
        return Optional.ofNullable(judgement).map(json -> JudgementJson.read(json, verdict(), queue()));
    }

    private Optional<QueueName> queue() {
        return Optional.ofNullable(queue).map(QueueName::new);
    }

    private Verdict verdict() {
        return switch (verdict) {
            case "ALLOW" -> new Verdict.Allow();
            case "BLOCK" -> new Verdict.Block();
            case "HOLD" -> new Verdict.Hold(queue().orElseThrow());
            default -> throw new IllegalStateException("submission " + id + " has the verdict " + verdict);
        };
    }
}
