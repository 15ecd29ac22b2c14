package dev.undertone.modelstore;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The named tensors of a checkpoint, read one at a time so that the whole never has to fit on the heap. */
public interface Weights extends AutoCloseable {

    /** What is there, in no particular order. */
    List<TensorInfo> tensors();

    /** Finds a tensor by name. */
    default Optional<TensorInfo> find(String name) {
        return tensors().stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /**
     * The elements of one tensor: row-major, little-endian, positioned at the first byte. Valid until these weights are
     * closed.
     *
     * @throws IllegalArgumentException if there is no tensor with this name
     */
    ByteBuffer read(String name);

    /**
     * The elements of one tensor as floats, row-major, whatever type they are stored in.
     *
     * @throws IllegalArgumentException if there is no tensor with this name
     */
    default float[] floats(String name) {
        return floats(name, 0, Math.toIntExact(tensor(name).elements()));
    }

    /**
     * Some elements of one tensor as floats, row-major, whatever type they are stored in.
     *
     * @param first index of the first element
     * @throws IllegalArgumentException if there is no tensor with this name
     */
    default float[] floats(String name, int first, int count) {
        TensorType type = tensor(name).type();
        ByteBuffer elements = read(name);
        float[] floats = new float[count];
        int start = elements.position() + first * type.bytes();
        if (type == TensorType.F32) {
            elements.position(start).asFloatBuffer().get(floats);
            return floats;
        }
        for (int i = 0; i < count; i++) {
            floats[i] = type.get(elements, start + i * type.bytes());
        }
        return floats;
    }

    private TensorInfo tensor(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no tensor named " + name));
    }

    @Override
    void close();
}
