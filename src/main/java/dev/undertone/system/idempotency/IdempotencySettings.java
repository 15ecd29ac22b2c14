package dev.undertone.system.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the answers of requests with an {@code Idempotency-Key} are kept.
 *
 * @param keepFor an answer, from when its request came
 * @param lease how long after a crash a request counts as still worked on; renewed while it is
 * @param retryAfter what a client is told to wait while its first request is still worked on
 */
@Validated
@ConfigurationProperties("undertone.system.idempotency")
record IdempotencySettings(
        @DefaultValue("24h") @NotNull @DurationMax(days = 365)
        Duration keepFor,

        @DefaultValue("5m") @NotNull @DurationMax(days = 365)
        Duration lease,

        @DefaultValue("2s") @NotNull @DurationMax(days = 365)
        Duration retryAfter) {

    /** Refuses times in which nothing could be answered. */
    IdempotencySettings {
        if (keepFor.compareTo(lease) <= 0 || lease.compareTo(Duration.ZERO) <= 0 || retryAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "undertone.system.idempotency: keep-for " + keepFor + " must be longer than lease " + lease
                            + ", which must be positive; retry-after is " + retryAfter + ", which may not be negative");
        }
    }
}
