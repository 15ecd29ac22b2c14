package dev.undertone.insights.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.figures.Proportion;
import dev.undertone.insights.Day;
import dev.undertone.insights.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** What came in, what of it was flagged, and what became of it, day by day. */
final class FlowCharts {

    private static final List<String> OUTCOMES = List.of("APPROVED", "REJECTED", "IGNORED");
    private static final double[] SHADES = {0.25, 0.95, 0.5};

    private final Report report;
    private final Words words;
    private final List<String> dates;

    FlowCharts(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.dates = report.days().stream().map(day -> Words.date(day.date())).toList();
    }

    Chart volume() {
        return new Chart(
                "volume",
                new ColumnChart(
                                words.of("volume.title"),
                                words.of("volume.description", report.submissions(), report.flagged()),
                                dates,
                                List.of(new ColumnChart.Part("", "ink", 0.75, values(Day::submissions))),
                                false)
                        .draw(),
                List.of(words.of("day"), words.of("submissions")),
                rows(day -> List.of(Words.number(day.submissions()))));
    }

    Chart emotions() {
        List<ColumnChart.Part> parts = new ArrayList<>(Emotion.inOrder().stream()
                .map(emotion -> new ColumnChart.Part(
                        words.of("emotion." + emotion.label()),
                        emotion.label(),
                        0.85,
                        values(day -> day.emotions().getOrDefault(emotion, 0L))))
                .toList());
        parts.add(new ColumnChart.Part(words.of("unread"), "unread", 1, values(Day::unread)));
        return new Chart(
                "emotions",
                new ColumnChart(words.of("emotions.title"), words.of("emotions.description"), dates, parts, true)
                        .draw(),
                Stream.of(Stream.of(words.of("day")), parts.stream().map(ColumnChart.Part::name))
                        .flatMap(names -> names)
                        .toList(),
                rows(day -> Stream.concat(
                                Emotion.inOrder().stream()
                                        .map(emotion -> day.emotions().getOrDefault(emotion, 0L)),
                                Stream.of(day.unread()))
                        .map(Words::number)
                        .toList()));
    }

    Chart flagged() {
        List<OptionalDouble> rates = report.days().stream()
                .map(day -> day.flagRate()
                        .map(rate -> OptionalDouble.of(rate.value()))
                        .orElse(OptionalDouble.empty()))
                .toList();
        return new Chart(
                "flagged",
                new LineChart(
                                words.of("flagged.title"),
                                words.of("flagged.description"),
                                dates,
                                rates,
                                true,
                                value -> String.format(Locale.ENGLISH, "%.0f %%", value * 100))
                        .draw(),
                List.of(words.of("day"), words.of("flagged"), words.of("submissions"), words.of("share")),
                rows(day -> List.of(
                        Words.number(day.flagged()),
                        Words.number(day.submissions()),
                        day.flagRate()
                                .map(Proportion::value)
                                .map(Words::percent)
                                .orElse("–"))));
    }

    Chart outcomes() {
        List<ColumnChart.Part> parts = new ArrayList<>();
        for (int i = 0; i < OUTCOMES.size(); i++) {
            String outcome = OUTCOMES.get(i);
            parts.add(new ColumnChart.Part(
                    words.of("outcome." + outcome),
                    "ink",
                    SHADES[i],
                    values(day -> day.outcomes().getOrDefault(outcome, 0L))));
        }
        return new Chart(
                "outcomes",
                new ColumnChart(words.of("outcomes.title"), words.of("outcomes.description"), dates, parts, false)
                        .draw(),
                Stream.concat(Stream.of(words.of("day")), parts.stream().map(ColumnChart.Part::name))
                        .toList(),
                rows(day -> OUTCOMES.stream()
                        .map(outcome -> Words.number(day.outcomes().getOrDefault(outcome, 0L)))
                        .toList()));
    }

    Chart backlog() {
        return new Chart(
                "backlog",
                new LineChart(
                                words.of("backlog.title"),
                                words.of("backlog.description", report.waiting()),
                                dates,
                                report.days().stream()
                                        .map(day -> OptionalDouble.of((double) day.backlog()))
                                        .toList(),
                                false,
                                value -> Words.number(Math.round(value)))
                        .draw(),
                List.of(words.of("day"), words.of("waiting")),
                rows(day -> List.of(Words.number(day.backlog()))));
    }

    private List<Long> values(Function<Day, Long> value) {
        return report.days().stream().map(value).toList();
    }

    private List<List<String>> rows(Function<Day, List<String>> cells) {
        return report.days().stream()
                .map(day -> Stream.concat(Stream.of(day.date().toString()), cells.apply(day).stream())
                        .toList())
                .toList();
    }
}
