package dev.undertone.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many permits a caller has left. */
final class PermitsTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Permits<String> permits = new Permits<>(Allowance.flowing(2, 60), 100, clock);

    @Test
    void whoSpentAllIsToldHowLongToWaitAndSpendsNothing() {
        assertThat(permits.spend("anna", 2)).isEmpty();
        assertThat(permits.spend("anna", 1)).contains(Duration.ofSeconds(1));
        now.updateAndGet(before -> before.plusMillis(999));
        assertThat(permits.spend("anna", 1)).contains(Duration.ofMillis(1));
        now.updateAndGet(before -> before.plusMillis(1));
        assertThat(permits.spend("anna", 1)).isEmpty();
    }

    @Test
    void whatCostsMoreThanThereCanBeCostsAll() {
        assertThat(permits.spend("anna", 10)).isEmpty();
        assertThat(permits.spend("anna", 1)).isPresent();
    }

    @Test
    void othersHaveTheirOwn() {
        permits.spend("anna", 2);
        assertThat(permits.spend("ben", 2)).isEmpty();
    }

    @Test
    void whatIsGivenBackCanBeSpentOnce() {
        permits.spend("anna", 2);
        permits.giveBack("anna");
        assertThat(permits.spend("anna", 1)).isEmpty();
        assertThat(permits.spend("anna", 1)).isPresent();
    }

    @Test
    void asManyAsThereArePlacesAreAllRemembered() {
        IntStream.range(0, 100).forEach(caller -> permits.spend("caller " + caller, 2));
        assertThat(IntStream.range(0, 100))
                .allMatch(caller -> permits.spend("caller " + caller, 1).isPresent());
    }
}
