package dev.undertone.compilation;

import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Other weights of which one tensor is different.
 *
 * @param name of the tensor
 * @param change made to its numbers
 */
record ChangedWeights(Weights inner, String name, Consumer<float[]> change) implements Weights {

    @Override
    public List<TensorInfo> tensors() {
        return inner.tensors();
    }

    @Override
    public ByteBuffer read(String tensor) {
        return inner.read(tensor);
    }

    @Override
    public float[] floats(String tensor, int first, int count) {
        float[] values = inner.floats(tensor);
        if (tensor.equals(name)) {
            change.accept(values);
        }
        return Arrays.copyOfRange(values, first, first + count);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
