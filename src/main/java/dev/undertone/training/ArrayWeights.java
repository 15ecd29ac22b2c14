package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Float32 arrays in native memory, to be written to a file. They stay whose they were: closing does nothing. */
final class ArrayWeights implements Weights {

    private final Map<String, NDArray> arrays;

    ArrayWeights(Map<String, NDArray> arrays) {
        this.arrays = arrays;
    }

    @Override
    public List<TensorInfo> tensors() {
        return arrays.entrySet().stream()
                .map(entry -> new TensorInfo(
                        entry.getKey(),
                        TensorType.F32,
                        Arrays.stream(entry.getValue().getShape().getShape())
                                .boxed()
                                .toList()))
                .toList();
    }

    @Override
    public ByteBuffer read(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("there is no tensor named " + name);
        }
        return array.toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        // the arrays belong to the model
    }
}
