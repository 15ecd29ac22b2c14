package dev.undertone.insights.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.figures.Picture;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the axis of a line goes. */
final class LineChartTests {

    @ParameterizedTest
    @CsvSource({"0, 4 %", "0.03, 4 %", "0.07, 8 %", "0.5, 80 %", "0.81, 100 %", "1, 100 %"})
    void theAxisOfAShareEndsAtARoundFigureAndNeverBeyondTheWhole(double most, String top) {
        assertThat(words(most, true, "%.0f %%", 100)).contains("0 %", top).doesNotContain("200 %", "400 %");
    }

    @Test
    void theAxisOfCountsStillEndsAtFourForOne() {
        assertThat(words(1, false, "%.0f", 1)).contains("0", "1", "2", "3", "4");
    }

    private static List<String> words(double most, boolean share, String format, double times) {
        return new LineChart(
                        "title",
                        "description",
                        List.of("1 May", "2 May"),
                        List.of(OptionalDouble.of(0), OptionalDouble.of(most)),
                        share,
                        value -> String.format(Locale.ENGLISH, format, value * times))
                .draw().words().stream().map(Picture.Word::text).toList();
    }
}
