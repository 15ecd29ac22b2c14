package dev.undertone.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * The decision that stands.
 *
 * @param id which one
 * @param outcome what was decided
 * @param decidedBy by whom
 * @param decidedAt when
 */
@Embeddable
public record LastDecision(
        @Column(name = "decision_id") UUID id,
        @Column(name = "outcome") String outcome,
        @Column(name = "decided_by") String decidedBy,
        @Column(name = "decided_at") Instant decidedAt) {}
