package dev.undertone.training.teacher;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.recipe.Distillation;
import java.util.List;

/**
 * Whom a student learns from.
 *
 * @param checkpoints at least one; the logits of several are averaged, the hidden states are those of the first
 * @param distillation how much the student listens
 */
public record Teacher(List<Checkpoint> checkpoints, Distillation distillation) {

    /** Copies the list and refuses to be nobody. */
    public Teacher {
        checkpoints = List.copyOf(checkpoints);
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("there is no teacher");
        }
    }

    /** In words that tell one teaching from another. */
    public String description() {
        return checkpoints.stream().map(checkpoint -> checkpoint.id().value()).toList() + " " + distillation;
    }

    /**
     * Which layer of the first teacher each layer of a student copies.
     *
     * @param studentLayers how many layers the student has
     * @throws IllegalArgumentException if there are too many or too few, or one is not there
     */
    public LayerMap layers(int studentLayers) {
        return LayerMap.of(
                distillation.teacherLayers(),
                studentLayers,
                checkpoints.get(0).config().layers());
    }
}
