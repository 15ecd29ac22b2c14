package dev.undertone.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The permits that each of many callers has left. Of callers beyond the number remembered, some are forgotten and begin
 * anew, those first who come seldom: among them a newcomer, while all places are taken by callers who come often. So
 * there must be more places than callers who come at the same time.
 *
 * @param <K> tells one caller from another
 */
public final class Permits<K> {

    private final Allowance allowance;
    private final Cache<K, Bucket> buckets;
    private final Clock clock;

    /** Everybody begins with all permits. */
    public Permits(Allowance allowance, int rememberedCallers, Clock clock) {
        this.allowance = allowance;
        this.buckets = Caffeine.newBuilder().maximumSize(rememberedCallers).build();
        this.clock = clock;
    }

    /**
     * Spends permits of a caller; never more than there can be at once.
     *
     * @return empty if there were enough; otherwise how long to wait, and nothing was spent
     */
    public Optional<Duration> spend(K caller, long permits) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(Math.min(permits, allowance.permits()));
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives back a permit that was spent for nothing. */
    public void giveBack(K caller) {
        bucket(caller).addTokens(1);
    }

    private Bucket bucket(K caller) {
        return buckets.get(
                caller,
                first -> Bucket.builder()
                        .addLimit(allowance.bandwidth())
                        .withCustomTimePrecision(new ClockTime(clock))
                        .build());
    }
}
