package dev.undertone.training.evaluation;

import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Picture;
import dev.undertone.training.TrainingHistory;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.evaluation.CurvePicture.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws how a training went: loss, accuracy and learning rate over its steps. */
final class TrainingCurves {

    private TrainingCurves() {}

    /** The pictures that the history has figures for; none if it is empty. */
    static List<Picture> of(TrainingHistory history) {
        List<Picture> pictures = new ArrayList<>();
        add(
                pictures,
                "Loss",
                "What the training makes smaller, and the cross-entropy of the validation texts, in nats; the table below has them by epoch.",
                List.of(
                        steps("training", "faint", history, Step::loss),
                        epochs("validation", "strong", history, Epoch::validationLoss)));
        add(
                pictures,
                "Validation accuracy",
                "At the end of each epoch, as in the table below.",
                List.of(epochs("accuracy", "strong", history, Epoch::validationAccuracy)));
        add(
                pictures,
                "Learning rate",
                "The learning rate over the steps of the training.",
                List.of(steps("learning rate", "strong", history, Step::learningRate)));
        return pictures;
    }

    private static void add(List<Picture> pictures, String title, String description, List<Series> series) {
        List<Series> drawn =
                series.stream().filter(one -> !one.points().isEmpty()).toList();
        if (!drawn.isEmpty()) {
            pictures.add(new CurvePicture(title, description, drawn).draw());
        }
    }

    private static Series steps(String name, String style, TrainingHistory history, ToDoubleFunction<Step> figure) {
        return new Series(
                name,
                style,
                history.steps().stream()
                        .map(step -> new Point(step.step(), figure.applyAsDouble(step)))
                        .toList(),
                false);
    }

    private static Series epochs(String name, String style, TrainingHistory history, ToDoubleFunction<Epoch> figure) {
        return new Series(
                name,
                style,
                history.epochs().stream()
                        .map(epoch -> new Point(epoch.step(), figure.applyAsDouble(epoch)))
                        .toList(),
                true);
    }
}
