package dev.undertone.training;

import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.TrainingTexts;
import dev.undertone.training.teacher.Teacher;
import java.util.Optional;

/**
 * What is learned, from whom, and how it is examined.
 *
 * @param texts all texts to train on
 * @param validation the examples to choose the best epoch by
 * @param teacher whom to learn from beside the labels, if anybody
 * @param keptEpoch the epoch whose weights are kept and after which the training ends, from 1; the best one, and no end
 *     before the last, if empty
 */
public record Course(TrainingTexts texts, Dataset validation, Optional<Teacher> teacher, Optional<Integer> keptEpoch) {

    /** Labels alone. */
    public static Course of(Dataset train, Dataset validation) {
        return new Course(TrainingTexts.of(train), validation, Optional.empty(), Optional.empty());
    }
}
