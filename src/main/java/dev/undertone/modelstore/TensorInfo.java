package dev.undertone.modelstore;

import java.util.List;

/**
 * What a weights file says about one tensor.
 *
 * @param name the name in Hugging Face's spelling, such as {@code distilbert.embeddings.LayerNorm.weight}
 * @param type the element type as stored
 * @param shape the dimensions, outermost first; empty for a scalar
 */
public record TensorInfo(String name, TensorType type, List<Long> shape) {

    /** Copies the shape and refuses a negative dimension or more elements than a long can count. */
    public TensorInfo {
        shape = List.copyOf(shape);
        long elements = 1;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("tensor " + name + " has a negative dimension in " + shape);
            }
            elements = Math.multiplyExact(elements, dimension);
        }
        Math.multiplyExact(elements, (long) type.bytes());
    }

    /** The number of elements. */
    public long elements() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    }

    /** The number of bytes the elements take. */
    public long bytes() {
        return elements() * type.bytes();
    }
}
