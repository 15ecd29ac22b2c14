package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** How every page says when something was. */
final class FrameTests {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final Frame frame;

    FrameTests() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        this.frame = new Frame(Clock.fixed(NOW, ZoneOffset.UTC), messages);
    }

    @ParameterizedTest
    @CsvSource({
        "PT59S, 59 s",
        "PT1M, 1 min",
        "PT1M29S, 1 min",
        "PT1M30S, 2 min",
        "PT59M29S, 59 min",
        "PT59M30S, 1 h",
        "PT1H29M59S, 1 h",
        "PT1H30M, 2 h",
        "PT3H59M58S, 4 h",
        "PT23H29M59S, 23 h",
        "PT23H30M, 1 d",
        "P1DT11H59M59S, 1 d",
        "P1DT12H, 2 d",
        "P6DT23H59M, 7 d"
    })
    void aLengthIsSaidInTheNearestWholeOfOneUnit(Duration length, String words) {
        assertThat(frame.length(length)).isEqualTo(words);
    }

    @Test
    void whatIsDueInFourHoursIsSoForTheFirstMinutesToo() {
        assertThat(frame.ago(NOW.plus(Duration.ofHours(4)).minusSeconds(200))).isEqualTo("in 4 h");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, within the last hour",
        "PT59M59S, within the last hour",
        "PT1H, within the last 2 h",
        "PT23H59M59S, within the last 24 h",
        "PT24H, 1 d ago",
        "P3DT5H, 3 d ago"
    })
    void whatIsOnlyKnownNotToHaveBeenEarlierIsSaidAsCoarsely(Duration passed, String words) {
        assertThat(frame.within(NOW.minus(passed))).isEqualTo(words);
    }
}
