package dev.undertone.modelstore.huggingface;

import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Weights whose classifier rows are put into the order of {@link Emotion}, so that no one else has to know another. */
public final class HeadInEmotionOrder implements Weights {

    private final Weights weights;
    private final List<String> labels;

    private HeadInEmotionOrder(Weights weights, List<String> labels) {
        this.weights = weights;
        this.labels = labels;
    }

    /** The weights themselves if their labels are in order already. */
    public static Weights of(Weights weights, List<String> labels) {
        List<String> expected = Emotion.inOrder().stream().map(Emotion::label).toList();
        return labels.equals(expected) ? weights : new HeadInEmotionOrder(weights, labels);
    }

    @Override
    public List<TensorInfo> tensors() {
        return weights.tensors();
    }

    @Override
    public Optional<TensorInfo> find(String name) {
        return weights.find(name);
    }

    @Override
    public ByteBuffer read(String name) {
        ByteBuffer elements = weights.read(name);
        if (!name.equals("classifier.weight") && !name.equals("classifier.bias")) {
            return elements;
        }
        int row = elements.remaining() / labels.size();
        ByteBuffer ordered = ByteBuffer.allocate(elements.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        for (Emotion emotion : Emotion.inOrder()) {
            ordered.put(elements.slice(elements.position() + labels.indexOf(emotion.label()) * row, row));
        }
        return ordered.flip();
    }

    @Override
    public void close() {
        weights.close();
    }
}
