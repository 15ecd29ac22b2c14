package dev.undertone.administration.cards;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import dev.undertone.figures.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The loss over the steps of a training.
 *
 * @param training step and loss of each log line
 * @param epochs what the validation found at the end of each epoch
 */
public record TrainingCurve(List<Point> training, List<Epoch> epochs) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WIDTH = 560;
    private static final int HEIGHT = 260;
    private static final int MOST_LINES = 10;
    /** No loss of a training that went on is as large; what is, would leave nothing to see of the others. */
    private static final double LARGEST_LOSS = 1e6;

    /** Copies the points. */
    public TrainingCurve {
        training = List.copyOf(training);
        epochs = List.copyOf(epochs);
    }

    /**
     * At the end of an epoch.
     *
     * @param epoch from 1
     * @param step how many steps were taken
     * @param trainingLoss mean over the epoch, in nats
     * @param validationLoss in nats
     * @param validationAccuracy 0 to 1
     */
    public record Epoch(long epoch, long step, double trainingLoss, double validationLoss, double validationAccuracy) {}

    /** Reads a history; lines that are none are passed over. */
    public static TrainingCurve of(String jsonLines) {
        List<Point> training = new ArrayList<>();
        List<Epoch> epochs = new ArrayList<>();
        jsonLines.lines().map(TrainingCurve::parse).flatMap(Optional::stream).forEach(line -> {
            long step = line.path("step").longValue(0);
            if (isLoss(line.path("validationLoss"))) {
                epochs.add(new Epoch(
                        line.path("epoch").longValue(0),
                        step,
                        line.path("trainingLoss").doubleValue(Double.NaN),
                        line.path("validationLoss").doubleValue(),
                        line.path("validationAccuracy").doubleValue(Double.NaN)));
            } else if (isLoss(line.path("loss"))) {
                training.add(new Point((double) step, line.path("loss").doubleValue()));
            }
        });
        return new TrainingCurve(training, epochs);
    }

    private static boolean isLoss(JsonNode node) {
        return node.isNumber() && Math.abs(node.doubleValue()) <= LARGEST_LOSS;
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(JSON.readTree(line));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return training.isEmpty() && epochs.isEmpty();
    }

    /** The loss over the steps, from zero; training faint, validation strong with a mark for each epoch. */
    public Picture picture(String title, String description) {
        List<Point> validation = epochs.stream()
                .map(epoch -> new Point((double) epoch.step(), epoch.validationLoss()))
                .toList();
        List<Point> all = new ArrayList<>(training);
        all.addAll(validation);
        double most = all.stream().mapToDouble(Point::y).max().orElse(1);
        double tick = tick(most);
        double top = Math.max(tick, Math.ceil(most / tick) * tick);
        Scale x = new Scale(0, all.stream().mapToDouble(Point::x).max().orElse(1), 44, WIDTH - 12);
        Scale y = new Scale(0, top, HEIGHT - 34, 14);
        Drawing drawing = new Drawing(WIDTH, HEIGHT);
        for (double value = 0; value <= top + tick / 2; value += tick) {
            drawing.line(new Point(44, y.at(value)), new Point(WIDTH - 12, y.at(value)), "grid");
            drawing.word(38, y.at(value) + 4, String.format(Locale.ROOT, "%.1f", value), "end", "small");
        }
        for (Epoch epoch : epochs) {
            drawing.word(
                    x.at((double) epoch.step()),
                    HEIGHT - 14,
                    String.format(Locale.ROOT, "%,d", epoch.step()),
                    "end",
                    "small");
        }
        drawing.curve(placed(training, x, y), "faint");
        drawing.curve(placed(validation, x, y), "strong");
        placed(validation, x, y).forEach(point -> drawing.dot(point, 4, "ink"));
        return drawing.finish(title, description);
    }

    /** The first of 0.1, 0.5, 1, 5, 10 and so on of which ten or so reach the top. */
    private static double tick(double most) {
        double tick = 0.1;
        for (int i = 0; tick * MOST_LINES < most; i++) {
            tick *= i % 2 == 0 ? 5 : 2;
        }
        return tick;
    }

    private static List<Point> placed(List<Point> points, Scale x, Scale y) {
        return points.stream()
                .map(point -> new Point(x.at(point.x()), y.at(point.y())))
                .toList();
    }
}
