package dev.undertone.review.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor of the queue holds moments that the service could have given, or is none. */
final class PlaceTests {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final String NOW = "2026-01-05T09:00:00Z";

    @Test
    void whatWasWrittenIsRead() {
        Place place = read(ItemOrder.OLDEST, NOW, NOW);
        assertThat(place.asOf()).isEqualTo(NOW);
        assertThat(place.keyAsTime()).isEqualTo(NOW);
        assertThat(Positions.read(position(NOW)).write()).isEqualTo(position(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2400-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+1000000-01-01T00:00:00Z"})
    void aMomentThatNeverWasOursIsRefused(String moment) {
        assertThatExceptionOfType(BadCursor.class).isThrownBy(() -> read(ItemOrder.PRIORITY, moment, position(NOW)));
        assertThatExceptionOfType(BadCursor.class)
                .isThrownBy(() -> read(ItemOrder.NEWEST, NOW, moment).keyAsTime());
        assertThatExceptionOfType(BadCursor.class).isThrownBy(() -> Positions.read(position(moment)));
    }

    private static Place read(ItemOrder order, String asOf, String key) {
        return Place.read(Cursor.encode(order.label(), asOf, key, ID), order);
    }

    private static String position(String moment) {
        long seconds = Duration.between(Instant.EPOCH, Instant.parse(moment)).toSeconds();
        return "conduct,OPEN," + seconds * 1_000_000 + "," + ID;
    }
}
