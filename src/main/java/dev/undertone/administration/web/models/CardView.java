package dev.undertone.administration.web.models;

import dev.undertone.administration.cards.CheckpointCard;
import dev.undertone.administration.cards.Evaluation;
import dev.undertone.administration.cards.Evaluation.ClassFigures;
import dev.undertone.administration.cards.TrainingCurve;
import dev.undertone.emotion.Emotion;
import dev.undertone.figures.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A checkpoint as it is shown.
 *
 * @param card what is known of it
 * @param figures the figures of the whole, in a fixed order
 * @param classes the figures of each emotion
 * @param confusion what was taken for what
 * @param curve its training, drawn
 */
record CardView(
        CheckpointCard card,
        List<Figure> figures,
        List<ClassRow> classes,
        List<ConfusionRow> confusion,
        Optional<Picture> curve) {

    static CardView of(CheckpointCard card, Function<String, String> words) {
        Optional<Evaluation> evaluation = card.evaluation();
        return new CardView(
                card,
                evaluation.map(CardView::figures).orElse(List.of()),
                evaluation.map(CardView::classes).orElse(List.of()),
                evaluation.map(CardView::confusion).orElse(List.of()),
                card.training()
                        .map(curve -> curve.picture(words.apply("models.curve"), words.apply("models.curve.words"))));
    }

    /** Decimal megabytes, as file managers count. */
    public String megabytes() {
        return card.files()
                .map(files -> String.format(Locale.ROOT, "%,.1f MB", files.bytes() / 1e6))
                .orElse("");
    }

    /** The epochs of its training. */
    public List<TrainingCurve.Epoch> epochs() {
        return card.training().map(TrainingCurve::epochs).orElse(List.of());
    }

    private static List<Figure> figures(Evaluation it) {
        String interval = four(it.accuracy().low()) + " – " + four(it.accuracy().high());
        return List.of(
                new Figure("accuracy", four(it.accuracy().value()), Optional.of(interval)),
                new Figure("macroF1", four(it.macroF1()), Optional.empty()),
                new Figure("loss", four(it.loss()), Optional.empty()),
                new Figure("ece", four(it.ece()), Optional.empty()));
    }

    private static List<ClassRow> classes(Evaluation it) {
        List<ClassRow> rows = new ArrayList<>();
        for (Map.Entry<Emotion, ClassFigures> entry : it.classes().entrySet()) {
            ClassFigures figures = entry.getValue();
            rows.add(new ClassRow(
                    entry.getKey(),
                    four(figures.precision()),
                    four(figures.recall()),
                    four(figures.f1()),
                    String.format(Locale.ROOT, "%.0f", 100 * (Double.isNaN(figures.f1()) ? 0 : figures.f1())),
                    figures.support()));
        }
        return rows;
    }

    private static List<ConfusionRow> confusion(Evaluation it) {
        List<ConfusionRow> rows = new ArrayList<>();
        for (Emotion truth : Emotion.inOrder()) {
            if (truth.id() < it.confusion().size()) {
                List<Long> counts = it.confusion().get(truth.id());
                long all =
                        Math.max(1, counts.stream().mapToLong(Long::longValue).sum());
                List<Cell> cells = new ArrayList<>();
                for (int i = 0; i < counts.size(); i++) {
                    long count = counts.get(i);
                    // Square root, so that the few mistakes are seen beside the many hits.
                    cells.add(new Cell(count, (int) Math.ceil(5 * Math.sqrt((double) count / all)), i == truth.id()));
                }
                rows.add(new ConfusionRow(truth, cells));
            }
        }
        return rows;
    }

    private static String four(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }

    /**
     * A figure of the whole.
     *
     * @param name its key
     * @param value to four digits
     * @param interval where it probably lies
     */
    record Figure(String name, String value, Optional<String> interval) {}

    /** Figures of one emotion; {@code bar} is the F1 in percent. */
    record ClassRow(Emotion emotion, String precision, String recall, String f1, String bar, long support) {}

    /** The texts that carry one emotion, by what they were taken for. */
    record ConfusionRow(Emotion truth, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param heat 0 for none to 5 for all of the row
     * @param right whether it was read rightly
     */
    record Cell(long count, int heat, boolean right) {}
}
