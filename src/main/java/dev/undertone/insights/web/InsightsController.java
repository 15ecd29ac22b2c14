package dev.undertone.insights.web;

import dev.undertone.insights.Insights;
import dev.undertone.insights.Period;
import dev.undertone.insights.Report;
import dev.undertone.textfile.CsvCells;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The figures of a period as charts, tables and files. */
@Controller
class InsightsController {

    private static final String DAYS = "30";

    /** In names of files: what a file holds may have been counted later than what was on screen. */
    private static final DateTimeFormatter COUNTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Insights insights;
    private final MessageSource messages;

    InsightsController(Insights insights, MessageSource messages) {
        this.insights = insights;
        this.messages = messages;
    }

    /** The page; what has to be counted first it asks for by itself, unless it is told to wait. */
    @GetMapping("/insights")
    String page(
            @RequestParam(defaultValue = DAYS) int days,
            @RequestParam(defaultValue = "false") boolean counted,
            Model page,
            Locale locale) {
        Period period = period(days);
        page.addAttribute("period", period);
        page.addAttribute("periods", Period.values());
        Optional<Report> report = counted ? Optional.of(insights.report(period)) : insights.known(period);
        report.ifPresent(known -> addReport(page, known, locale));
        // Old figures are better than none for the moment that the new ones take, as long as the page says so.
        page.addAttribute("old", report.filter(insights::isOld).isPresent());
        return "insights/page";
    }

    @GetMapping("/insights/counted")
    String counted(@RequestParam(defaultValue = DAYS) int days, Model fragment, Locale locale) {
        addReport(fragment, insights.report(period(days)), locale);
        return "insights/report :: report";
    }

    private void addReport(Model model, Report report, Locale locale) {
        model.addAttribute("report", report);
        model.addAttribute("charts", charts(report, new Words(messages, locale)).values());
    }

    @GetMapping("/insights/{chart}.csv")
    void file(
            @PathVariable String chart,
            @RequestParam(defaultValue = DAYS) int days,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Report report = insights.report(period(days));
        Map<String, Chart> charts = charts(report, new Words(messages, locale));
        Chart wanted = Optional.ofNullable(charts.get(chart))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"undertone-" + wanted.key() + "-" + days + "-days-"
                        + COUNTED.format(report.asOf()) + ".csv\"");
        try (CsvCells csv = new CsvCells(response.getWriter())) {
            csv.row(wanted.columns());
            wanted.rows().forEach(csv::row);
        }
    }

    private static Map<String, Chart> charts(Report report, Words words) {
        FlowCharts flow = new FlowCharts(report, words);
        QualityCharts quality = new QualityCharts(report, words);
        return Stream.of(
                        flow.volume(),
                        flow.emotions(),
                        flow.flagged(),
                        flow.outcomes(),
                        flow.backlog(),
                        quality.queues(),
                        quality.rules(),
                        quality.calibration())
                .collect(LinkedHashMap::new, (all, chart) -> all.put(chart.key(), chart), Map::putAll);
    }

    private static Period period(int days) {
        return Period.ofDays(days).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
