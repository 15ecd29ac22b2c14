package dev.undertone.review.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told who may not undo. */
final class UndoRefusedTests {

    @ParameterizedTest
    @CsvSource({"24h, 24 h", "1h, 1 h", "90m, 90 min", "30m, 30 min", "61s, 61 s"})
    void theWindowIsToldInTheLargestUnitThatSaysItExactly(String window, String words) {
        assertThat(UndoRefused.length(Duration.parse("PT" + window))).isEqualTo(words);
    }
}
