package dev.undertone.ratelimit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * How many permits there are, and how they come back.
 *
 * @param permits how many a caller who was quiet may spend at once, positive
 * @param bandwidth how spent ones come back
 */
public record Allowance(long permits, Bandwidth bandwidth) {

    /** So many permits in each window, which begins with the first one spent. */
    public static Allowance each(long permits, Duration window) {
        return new Allowance(
                permits,
                Bandwidth.builder()
                        .capacity(permits)
                        .refillIntervally(permits, window)
                        .build());
    }

    /** Permits that come back one by one. */
    public static Allowance flowing(long burst, long perMinute) {
        return new Allowance(
                burst,
                Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build());
    }
}
