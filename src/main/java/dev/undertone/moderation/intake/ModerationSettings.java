package dev.undertone.moderation.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How submissions are taken in.
 *
 * @param maxConcurrent requests that are taken in at the same time; one more is refused at once, so that the accepted
 *     ones are not slowed down. 0 means one a core, for reading a text keeps a core busy to its end, and at least two,
 *     so that a batch leaves room for others
 * @param retryAfter what a refused client is told to wait
 * @param chunk texts of a batch that are read in one call of the model and stored in one transaction
 */
@Validated
@ConfigurationProperties("undertone.moderation")
record ModerationSettings(
        @DefaultValue("0") @Min(0) @Max(10_000) int maxConcurrent,

        @DefaultValue("1s") @NotNull @DurationMax(days = 365)
        Duration retryAfter,

        @DefaultValue("50") @Min(1) @Max(1_000) int chunk) {

    private static final int FEWEST = 2;

    /** The number of requests that the setting means on this machine. */
    int permits() {
        return maxConcurrent > 0
                ? maxConcurrent
                : Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
    }
}
