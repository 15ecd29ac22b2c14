package dev.undertone.training.recipe;

import dev.undertone.training.data.Lesson;
import dev.undertone.training.data.Lesson.Source;

/**
 * How much a student listens to its teacher, and where.
 *
 * @param temperature what logits are divided by before they are compared (Hinton et al. 2015, arXiv 1503.02531, section
 *     2), above 0
 * @param alphaHard weight of the cross-entropy with the labels
 * @param alphaSoft weight of the divergence from the teacher's softened answers, times the squared temperature
 * @param alphaHidden weight of the cosine distance between hidden states (Sanh et al. 2019, arXiv 1910.01108, section
 *     3)
 * @param teacherLayers the layer of the teacher that each layer of the student copies, such as {@code 1,3,5,7,9,11};
 *     empty for every second, third and so on, the last one included
 * @param teachExtra whether the teacher is also asked about texts of other sources than the training data proper
 */
public record Distillation(
        double temperature,
        double alphaHard,
        double alphaSoft,
        double alphaHidden,
        String teacherLayers,
        boolean teachExtra) {

    /** Labels and answers alike at temperature 2, and hidden states with a fifth of the weight of both. */
    public static final Distillation USUAL = new Distillation(2, 0.5, 0.5, 0.2, "", false);

    /** Refuses values outside their range, naming the option. */
    public Distillation {
        Bounds.require(temperature > 0 && temperature <= 100, "temperature", temperature, "above 0 and at most 100");
        Bounds.require(alphaHard >= 0 && alphaHard <= 100, "alpha-hard", alphaHard, "0 to 100");
        Bounds.require(alphaSoft >= 0 && alphaSoft <= 100, "alpha-soft", alphaSoft, "0 to 100");
        Bounds.require(alphaHidden >= 0 && alphaHidden <= 100, "alpha-hidden", alphaHidden, "0 to 100");
        Bounds.require(alphaHard + alphaSoft > 0, "alpha-hard and --alpha-soft", 0, "one of them above 0");
    }

    /** Whether the teacher is asked about a text. */
    public boolean reaches(Lesson lesson) {
        return lesson.source() == Source.MAIN || (lesson.source() == Source.EXTRA && teachExtra);
    }
}
