package dev.undertone.training.teacher;

import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.training.data.Lesson;
import dev.undertone.training.recipe.Distillation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a student learns from.
 *
 * @param members at least one; the logits of those that are asked about a text are averaged, the hidden states are
 *     those of the first of them
 * @param distillation how much the student listens
 */
public record Teacher(List<EnsembleMember> members, Distillation distillation) {

    /** Copies the list; refuses to be nobody, and members that differ in layers if hidden states are copied. */
    public Teacher {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("there is no teacher");
        }
        EnsembleMember first = members.get(0);
        boolean folds = members.stream().anyMatch(member -> member.without().isPresent());
        for (EnsembleMember member : members) {
            int layers = member.checkpoint().config().layers();
            int expected = first.checkpoint().config().layers();
            if (folds && distillation.alphaHidden() > 0 && layers != expected) {
                throw new IllegalArgumentException("--teacher " + member + " has " + layers + " layers and " + first
                        + " has " + expected + "; choose alike ones, or --alpha-hidden 0");
            }
        }
    }

    /** In words that tell one teaching from another. */
    public String description() {
        return "[" + names() + "] " + distillation;
    }

    /** The members that are asked about a text. */
    Stream<EnsembleMember> asked(String text) {
        return members.stream().filter(member -> member.isAsked(text));
    }

    /**
     * Makes sure that somebody is asked about every text that the student asks about.
     *
     * @throws IllegalArgumentException if every member was trained on one of them
     */
    public void requireAnswersTo(List<Lesson> lessons) {
        long left = lessons.stream()
                .filter(distillation::reaches)
                .filter(lesson -> asked(lesson.text()).findAny().isEmpty())
                .count();
        if (left > 0) {
            throw new IllegalArgumentException("--teacher " + names() + " leaves " + left
                    + " texts, on which all were trained; name a checkpoint for each fold");
        }
    }

    private String names() {
        return members.stream().map(EnsembleMember::toString).collect(Collectors.joining(","));
    }

    /**
     * Which layer of the first teacher each layer of a student copies.
     *
     * @throws IllegalArgumentException if there are too many or too few, or one is not there, or if states are to be
     *     copied that are wider or narrower than the student's
     */
    public LayerMap layers(EncoderConfig student) {
        for (EnsembleMember member : members) {
            int width = member.checkpoint().config().hidden();
            if (distillation.alphaHidden() > 0 && width != student.hidden()) {
                throw new IllegalArgumentException("--teacher " + member + " has hidden states of " + width
                        + " numbers and the student's are " + student.hidden()
                        + "; choose another, or --alpha-hidden 0");
            }
        }
        return LayerMap.of(
                distillation.teacherLayers(),
                student.layers(),
                members.get(0).checkpoint().config().layers());
    }
}
