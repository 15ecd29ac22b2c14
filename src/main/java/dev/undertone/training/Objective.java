package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.Lesson;
import dev.undertone.training.recipe.Distillation;
import dev.undertone.training.recipe.Refinements;
import dev.undertone.training.teacher.TeacherAnswers;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a step makes smaller: the cross-entropy with the labels and, where they are asked for, the distance from a
 * teacher and that between two passes.
 *
 * <p>Every number that a gradient needs is an array of the step's own manager: a plain Java number is lent to the
 * engine and gone when the gradient asks for it.
 */
final class Objective {

    private static final int LABELS = Emotion.inOrder().size();

    private final Refinements refinements;
    private final @Nullable Taught taught;

    private Objective(Refinements refinements, @Nullable Taught taught) {
        this.refinements = refinements;
        this.taught = taught;
    }

    /** Labels alone. */
    static Objective labels(Refinements refinements) {
        return new Objective(refinements, null);
    }

    /** Labels and a teacher. */
    static Objective teacher(Refinements refinements, Distillation distillation, TeacherAnswers answers) {
        return new Objective(refinements, new Taught(distillation, answers));
    }

    /** Whether each text is to be read twice, in one pass with twice the rows. */
    boolean twice() {
        return refinements.rDrop() > 0;
    }

    /**
     * The mean loss of a batch.
     *
     * @param output logits, and after them the hidden states of the first token by layer if there is a teacher
     * @param rows the lesson of each row; if each text is read twice, the second half repeats the first
     */
    NDArray loss(NDList output, List<EncodedLesson> rows) {
        NDArray logits = output.get(0);
        NDArray logProbabilities = logits.logSoftmax(-1);
        NDArray loss = crossEntropy(logProbabilities, rows);
        if (twice()) {
            NDArray weight = constant(logits, refinements.rDrop());
            loss = loss.add(betweenPasses(logProbabilities, rows.size() / 2).mul(weight));
        }
        if (taught != null) {
            loss = loss.add(taught.softened(logits, rows));
            if (taught.distillation.alphaHidden() > 0) {
                loss = loss.add(taught.hidden(output.subNDList(1), rows));
            }
        }
        return loss;
    }

    /** Mean over the rows of minus the sum of target times log probability; shape (rows, labels). */
    private NDArray crossEntropy(NDArray logProbabilities, List<EncodedLesson> rows) {
        float[] targets = new float[rows.size() * LABELS];
        double smoothing = refinements.labelSmoothing();
        for (int row = 0; row < rows.size(); row++) {
            Lesson lesson = rows.get(row).lesson();
            double weight = lesson.weight() * (taught == null ? 1 : taught.hardWeight(lesson));
            for (Emotion emotion : Emotion.inOrder()) {
                double target = (1 - smoothing) * lesson.target().of(emotion) + smoothing / LABELS;
                targets[row * LABELS + emotion.id()] = (float) (weight * target);
            }
        }
        NDArray weighed = logProbabilities.getManager().create(targets, new Shape(rows.size(), LABELS));
        return logProbabilities.mul(weighed).sum(new int[] {1}).mean().neg();
    }

    /**
     * Half the divergence of each pass from the other, mean over the texts: (p - q)(ln p - ln q) / 2 summed over the
     * labels (Liang et al. 2021, arXiv 2106.14448, equation 2).
     */
    private static NDArray betweenPasses(NDArray logProbabilities, int texts) {
        NDArray one = logProbabilities.get(new NDIndex("0:" + texts));
        NDArray other = logProbabilities.get(new NDIndex(texts + ":" + 2 * texts));
        NDArray gaps = one.exp().sub(other.exp()).mul(one.sub(other));
        return gaps.sum(new int[] {1}).mean().mul(constant(logProbabilities, 0.5));
    }

    private static NDArray constant(NDArray beside, double value) {
        return beside.getManager().full(new Shape(), (float) value, DataType.FLOAT32);
    }

    /** A teacher's answers and how much they count. */
    private record Taught(Distillation distillation, TeacherAnswers answers) {

        double hardWeight(Lesson lesson) {
            return distillation.reaches(lesson) ? distillation.alphaHard() : 1;
        }

        /**
         * The squared temperature times the divergence of the student's softened answers from the teacher's, so that
         * its gradient does not shrink as the temperature grows (Hinton et al. 2015, arXiv 1503.02531, section 2).
         */
        NDArray softened(NDArray logits, List<EncodedLesson> rows) {
            double temperature = distillation.temperature();
            double scale = distillation.alphaSoft() * temperature * temperature / rows.size();
            float[] targets = new float[rows.size() * LABELS];
            double entropy = 0;
            for (int row = 0; row < rows.size(); row++) {
                Lesson lesson = rows.get(row).lesson();
                if (distillation.reaches(lesson)) {
                    double[] soft = softmax(answers.logits(rows.get(row).number()), temperature);
                    for (int label = 0; label < LABELS; label++) {
                        double weight = scale * lesson.weight() * soft[label];
                        targets[row * LABELS + label] = (float) weight;
                        entropy -= weight * Math.log(Math.max(soft[label], 1e-30));
                    }
                }
            }
            NDManager manager = logits.getManager();
            NDArray weighed = manager.create(targets, new Shape(rows.size(), LABELS));
            NDArray cross = logits.mul(constant(logits, 1 / temperature))
                    .logSoftmax(-1)
                    .mul(weighed)
                    .sum()
                    .neg();
            return cross.sub(constant(logits, entropy));
        }

        /** One minus the cosine between hidden states, mean over layers and rows (Sanh et al. 2019, section 3). */
        NDArray hidden(NDList states, List<EncodedLesson> rows) {
            NDArray weights = perRow(
                    states.get(0),
                    rows,
                    lesson -> distillation.alphaHidden() * lesson.weight() / states.size() / rows.size());
            NDArray sum = constant(states.get(0), 0);
            for (int layer = 0; layer < states.size(); layer++) {
                NDArray mine = states.get(layer);
                NDArray its = directions(mine, layer, rows);
                NDArray length = mine.mul(mine).sum(new int[] {1}).sqrt();
                NDArray cosine = mine.mul(its).sum(new int[] {1}).div(length);
                sum = sum.add(constant(mine, 1).sub(cosine).mul(weights).sum());
            }
            return sum;
        }

        /** The teacher's states, each divided by its length; zeros for a text that it was not asked about. */
        private NDArray directions(NDArray like, int layer, List<EncodedLesson> rows) {
            int width = (int) like.getShape().get(1);
            float[] all = new float[rows.size() * width];
            for (int row = 0; row < rows.size(); row++) {
                EncodedLesson lesson = rows.get(row);
                if (distillation.reaches(lesson.lesson())) {
                    float[] direction = direction(answers.state(layer, lesson.number()));
                    System.arraycopy(direction, 0, all, row * width, width);
                }
            }
            return like.getManager().create(all, new Shape(rows.size(), width));
        }

        private static float[] direction(float[] state) {
            double squares = 0;
            for (float value : state) {
                squares += (double) value * value;
            }
            float[] direction = new float[state.length];
            for (int i = 0; i < state.length; i++) {
                direction[i] = (float) (state[i] / Math.sqrt(squares));
            }
            return direction;
        }

        private NDArray perRow(NDArray beside, List<EncodedLesson> rows, ToDoubleFunction<Lesson> weight) {
            float[] weights = new float[rows.size()];
            for (int row = 0; row < weights.length; row++) {
                Lesson lesson = rows.get(row).lesson();
                weights[row] = distillation.reaches(lesson) ? (float) weight.applyAsDouble(lesson) : 0;
            }
            return beside.getManager().create(weights, new Shape(weights.length));
        }

        private static double[] softmax(float[] logits, double temperature) {
            double most = Double.NEGATIVE_INFINITY;
            for (float logit : logits) {
                most = Math.max(most, logit);
            }
            double[] soft = new double[logits.length];
            double sum = 0;
            for (int i = 0; i < soft.length; i++) {
                soft[i] = Math.exp((logits[i] - most) / temperature);
                sum += soft[i];
            }
            for (int i = 0; i < soft.length; i++) {
                soft[i] /= sum;
            }
            return soft;
        }
    }
}
