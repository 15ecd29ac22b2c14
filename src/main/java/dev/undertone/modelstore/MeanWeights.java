package dev.undertone.modelstore;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The mean of the weights of several networks (Wortsman et al. 2022, "Model soups", arXiv 2203.05482, the uniform soup,
 * equation of section 2). It is of use for networks that were fine-tuned from the same start: only they lie near enough
 * to each other for what is between them to be good, too. In float32.
 */
public final class MeanWeights implements Weights {

    private final List<Weights> all;

    /**
     * The mean of these, which are closed with it.
     *
     * @param all of one shape; at least one
     */
    public MeanWeights(List<Weights> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a mean of no weights");
        }
        this.all = List.copyOf(all);
    }

    @Override
    public List<TensorInfo> tensors() {
        return all.get(0).tensors().stream()
                .map(tensor -> new TensorInfo(tensor.name(), TensorType.F32, tensor.shape()))
                .toList();
    }

    @Override
    public ByteBuffer read(String name) {
        float[] sums = all.get(0).floats(name);
        for (Weights other : all.subList(1, all.size())) {
            float[] more = other.floats(name);
            if (more.length != sums.length) {
                throw new IllegalArgumentException("tensor " + name + " has " + sums.length
                        + " numbers in one network and " + more.length + " in another");
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += more[i];
            }
        }
        ByteBuffer mean = ByteBuffer.allocate(sums.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float sum : sums) {
            mean.putFloat(sum / all.size());
        }
        return mean.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        all.forEach(Weights::close);
    }
}
