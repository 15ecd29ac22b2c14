package dev.undertone.benchmark;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import dev.undertone.figures.Picture;
import dev.undertone.figures.Picture.Box;
import java.util.List;
import java.util.Locale;

/** Draws texts a second as bars, one group for each workload. */
final class SpeedPicture {

    private static final int LEFT = 210;
    private static final int LENGTH = 400;
    private static final int BAR = 24;
    private static final int HEAD = 34;
    private static final int GAP = 16;

    private final BenchReport report;
    private final List<String> workloads;

    private SpeedPicture(BenchReport report, List<String> workloads) {
        this.report = report;
        this.workloads = workloads;
    }

    /** Those workloads of the list that were run; each group has a scale of its own. */
    static Picture of(BenchReport report, List<String> workloads) {
        return new SpeedPicture(
                        report,
                        workloads.stream()
                                .filter(workload -> !rows(report, workload).isEmpty())
                                .toList())
                .draw();
    }

    private static List<Row> rows(BenchReport report, String workload) {
        return report.rows().stream()
                .filter(row -> row.workload().equals(workload))
                .toList();
    }

    private Picture draw() {
        int height = workloads.stream()
                .mapToInt(workload -> HEAD + rows(report, workload).size() * BAR + GAP)
                .sum();
        Drawing drawing = new Drawing(LEFT + LENGTH + 150, height + 8);
        double top = 0;
        for (String workload : workloads) {
            top = group(drawing, workload, top);
        }
        return drawing.finish(
                "Texts a second",
                "Longer is faster: "
                        + String.join(
                                "; ", workloads.stream().map(this::inWords).toList()) + ".");
    }

    private double group(Drawing drawing, String workload, double top) {
        List<Row> rows = rows(report, workload);
        double most = rows.stream().mapToDouble(Row::max).max().orElse(1);
        Scale scale = new Scale(0, most, LEFT, LEFT + (double) LENGTH);
        drawing.word(8, top + 22, Workloads.inWords(workload), "start", "head");
        double y = top + HEAD;
        for (Row row : rows) {
            boolean ours = row.system().startsWith("undertone");
            drawing.word(LEFT - 12.0, y + 16, row.system(), "end", ours ? "ours" : "name");
            drawing.box(new Box(LEFT, y + 4, scale.at(row.textsPerSecond()) - LEFT, 16, ours ? 1 : 0.35, "ink"));
            drawing.line(new Point(scale.at(row.min()), y + 12), new Point(scale.at(row.max()), y + 12), "spread");
            drawing.word(
                    scale.at(row.max()) + 10,
                    y + 17,
                    String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", row.textsPerSecond(), row.min(), row.max()),
                    "start",
                    "name");
            y += BAR;
        }
        return y + GAP;
    }

    private String inWords(String workload) {
        return Workloads.inWords(workload) + " "
                + rows(report, workload).stream()
                        .map(row -> String.format(Locale.ROOT, "%s %.0f", row.system(), row.textsPerSecond()))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
    }
}
