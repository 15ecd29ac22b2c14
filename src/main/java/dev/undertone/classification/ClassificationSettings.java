package dev.undertone.classification;

import dev.undertone.classification.ServedModel.Precision;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
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
 * @param batchTokens most tokens in one forward pass, padding included
 * @param retryAfter what a refused client is told to wait
 */
@Validated
@ConfigurationProperties("undertone.classification")
public record ClassificationSettings(
        @DefaultValue("fp32") @NotNull Precision precision,
        @DefaultValue("0") @Min(0) @Max(256) int workers,
        @DefaultValue("64") @Min(1) @Max(10_000) int maxConcurrentCalls,
        @DefaultValue("16") @Min(1) @Max(256) int batchTexts,
        @DefaultValue("512") @Min(512) @Max(65_536) int batchTokens,
        @DefaultValue("2s") @NotNull Duration retryAfter) {

    /** The same in another arithmetic. */
    public ClassificationSettings withPrecision(Precision other) {
        return new ClassificationSettings(other, workers, maxConcurrentCalls, batchTexts, batchTokens, retryAfter);
    }

    /** The number of worker threads that the setting means on this machine. */
    int workerThreads() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
