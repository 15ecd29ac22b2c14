package dev.undertone.classification;

import dev.undertone.classification.ServedModel.Precision;
import dev.undertone.classification.serving.Limits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How texts reach the network.
 *
 * @param precision the arithmetic of a forward pass
 * @param workers threads that run the network, one forward pass each; 0 means one a core
 * @param maxConcurrentCalls classify calls in progress; one more is refused at once
 * @param batchTexts most sequences in one forward pass
 * @param batchTokens most tokens in one forward pass of several sequences; a longer sequence runs by itself, and never
 *     on all workers at once
 * @param cacheTexts texts whose scores are kept while the checkpoint answers; 0 keeps none
 * @param deadline how long a caller waits for an answer, and a second longer for every 5,000 characters, up to six
 *     times as long; then what is left of its work is dropped. What would take longer is refused. Words take half as
 *     long again and are those found then
 * @param compiled the folder of compiled networks, which are made when they are missing
 * @param retryAfter what a refused client is told to wait
 */
@Validated
@ConfigurationProperties("undertone.classification")
public record ClassificationSettings(
        @DefaultValue("int8") @NotNull Precision precision,
        @DefaultValue("0") @Min(0) @Max(256) int workers,
        @DefaultValue("64") @Min(1) @Max(10_000) int maxConcurrentCalls,
        @DefaultValue("16") @Min(1) @Max(256) int batchTexts,
        @DefaultValue("192") @Min(16) @Max(65_536) int batchTokens,
        @DefaultValue("10000") @Min(0) @Max(10_000_000) int cacheTexts,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 100) @DurationMax(days = 365)
        Duration deadline,

        @DefaultValue("./data/compiled") @NotNull Path compiled,

        @DefaultValue("2s") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 365)
        Duration retryAfter) {

    /** The same in another arithmetic. */
    public ClassificationSettings withPrecision(Precision other) {
        return new ClassificationSettings(
                other,
                workers,
                maxConcurrentCalls,
                batchTexts,
                batchTokens,
                cacheTexts,
                deadline,
                compiled,
                retryAfter);
    }

    /** The same without a memory for texts, as it is measured. */
    public ClassificationSettings withoutCache() {
        return new ClassificationSettings(
                precision, workers, maxConcurrentCalls, batchTexts, batchTokens, 0, deadline, compiled, retryAfter);
    }

    /** What one forward pass may hold, with the number of workers that the setting means on this machine. */
    Limits limits() {
        return new Limits(workers > 0 ? workers : Runtime.getRuntime().availableProcessors(), batchTexts, batchTokens);
    }
}
