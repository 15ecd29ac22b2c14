package dev.undertone.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision changes about an item, so that an undo can put it back.
 *
 * @param queue where it waits
 * @param status how
 * @param escalated whether leads look at it
 * @param holderId to whom it is assigned, where it is
 * @param holderName what people call them
 * @param dueAt until when they should have decided
 */
@Embeddable
public record Situation(
        @Column(name = "before_queue") String queue,

        @Column(name = "before_status") @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        ReviewStatus status,

        @Column(name = "before_escalated") boolean escalated,
        @Column(name = "before_holder_id") @Nullable String holderId,
        @Column(name = "before_holder_name") @Nullable String holderName,
        @Column(name = "before_due_at") @Nullable Instant dueAt) {}
