package dev.undertone.insights.web;

import dev.undertone.figures.Proportion;
import dev.undertone.insights.CalibrationBin;
import dev.undertone.insights.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How fast and how well machine and people decide. */
final class QualityCharts {

    private final Report report;
    private final Words words;

    QualityCharts(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    Chart queues() {
        return new Chart(
                "queues",
                new TimeChart(words.of("queues.title"), words.of("queues.description"), report.queues()).draw(),
                List.of(
                        words.of("queue"),
                        words.of("waiting"),
                        words.of("oldest"),
                        words.of("decided"),
                        words.of("median"),
                        words.of("slow")),
                report.queues().stream()
                        .map(queue -> List.of(
                                queue.queue(),
                                Words.number(queue.waiting()),
                                Words.length(queue.oldest().map(since -> Duration.between(since, report.asOf()))),
                                Words.number(queue.decided()),
                                Words.length(queue.median()),
                                Words.length(queue.slow())))
                        .toList());
    }

    Chart rules() {
        return new Chart(
                "rules",
                new ShareChart(
                                words.of("rules.title"),
                                words.of("rules.description"),
                                report.rules().stream()
                                        .map(rule ->
                                                new ShareChart.Bar(rule.rule(), rule.overridden(), Optional.empty()))
                                        .toList())
                        .draw(),
                List.of(
                        words.of("rule"),
                        words.of("overridden"),
                        words.of("interval"),
                        words.of("outcome.APPROVED"),
                        words.of("outcome.REJECTED"),
                        words.of("outcome.IGNORED"),
                        words.of("complaints")),
                report.rules().stream()
                        .map(rule -> List.of(
                                rule.rule(),
                                share(rule.overridden()),
                                interval(rule.overridden()),
                                Words.number(rule.approved()),
                                Words.number(rule.rejected()),
                                Words.number(rule.ignored()),
                                Words.number(rule.complaints())))
                        .toList());
    }

    Chart calibration() {
        List<CalibrationBin> told =
                report.calibration().stream().filter(bin -> bin.items() > 0).toList();
        return new Chart(
                "calibration",
                new ShareChart(
                                words.of("calibration.title"),
                                words.of("calibration.description"),
                                told.stream()
                                        .map(bin -> new ShareChart.Bar(
                                                range(bin), bin.accuracy(), Optional.of(bin.meanProbability())))
                                        .toList())
                        .draw(),
                List.of(
                        words.of("probability"),
                        words.of("items"),
                        words.of("mean"),
                        words.of("right"),
                        words.of("interval")),
                told.stream()
                        .map(bin -> List.of(
                                range(bin),
                                Words.number(bin.items()),
                                Words.percent(bin.meanProbability()),
                                share(bin.accuracy()),
                                interval(bin.accuracy())))
                        .toList());
    }

    private static String range(CalibrationBin bin) {
        return 10 * bin.bin() + "–" + 10 * (bin.bin() + 1) + " %";
    }

    private static String share(Optional<Proportion> share) {
        return share.map(Proportion::value).map(Words::percent).orElse("–");
    }

    private static String interval(Optional<Proportion> share) {
        return share.map(one -> Words.percent(one.low()) + " – " + Words.percent(one.high()))
                .orElse("–");
    }
}
