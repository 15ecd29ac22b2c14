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
        TensorInfo tensor =
                find(name).orElseThrow(() -> new IllegalArgumentException("there is no tensor named " + name));
        ByteBuffer elements = read(name);
        float[] floats = new float[Math.toIntExact(tensor.elements())];
        if (tensor.type() == TensorType.F32) {
            elements.asFloatBuffer().get(floats);
            return floats;
        }
        int start = elements.position();
        for (int i = 0; i < floats.length; i++) {
            floats[i] = tensor.type().get(elements, start + i * tensor.type().bytes());
        }
        return floats;
    }

    @Override
    void close();
}
