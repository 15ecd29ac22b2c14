package dev.undertone.training.teacher;

import dev.undertone.modelstore.LayerSelection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which layer of a teacher each layer of a student copies.
 *
 * @param teacherLayers by layer of the student, counted from 0
 */
public record LayerMap(List<Integer> teacherLayers) {

    /** Copies the list. */
    public LayerMap {
        teacherLayers = List.copyOf(teacherLayers);
    }

    /**
     * Reads a map, or makes the usual one: layer i of S copies layer (i + 1) T / S - 1 of T, so that the last copies
     * the last.
     *
     * @param chosen such as {@code 1,3,5,7,9,11}; empty for the usual one
     * @throws IllegalArgumentException if there are too many or too few, or one is not there
     */
    static LayerMap of(String chosen, int student, int teacher) {
        if (chosen.isBlank()) {
            return new LayerMap(IntStream.rangeClosed(1, student)
                    .mapToObj(layer -> Math.max(1, layer * teacher / student) - 1)
                    .toList());
        }
        List<Integer> numbers = LayerSelection.parse(chosen).numbers();
        if (numbers.size() != student) {
            throw new IllegalArgumentException("--teacher-layers names " + numbers.size()
                    + " layers, expected one for each of the student's " + student);
        }
        if (numbers.get(student - 1) >= teacher) {
            throw new IllegalArgumentException("--teacher-layers names layer " + numbers.get(student - 1)
                    + ", but the teacher's are 0 to " + (teacher - 1));
        }
        return new LayerMap(numbers);
    }
}
