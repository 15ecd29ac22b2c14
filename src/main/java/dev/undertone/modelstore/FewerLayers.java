package dev.undertone.modelstore;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some layers of a network as a network of its own, with embeddings and head; the numbers are those of the original.
 */
final class FewerLayers implements Weights {

    private static final Pattern LAYER = Pattern.compile("(distilbert\\.transformer\\.layer\\.)(\\d+)(\\..*)");

    private final Weights all;
    private final LayerSelection layers;

    FewerLayers(Weights all, LayerSelection layers) {
        this.all = all;
        this.layers = layers;
    }

    /**
     * The sizes of a network of these layers.
     *
     * @throws IllegalArgumentException if one of them is not there
     */
    static EncoderConfig config(EncoderConfig config, LayerSelection layers) {
        List<Integer> numbers = layers.numbers();
        if (numbers.get(numbers.size() - 1) >= config.layers()) {
            throw new IllegalArgumentException("layer " + numbers.get(numbers.size() - 1)
                    + " is not there, the checkpoint has 0 to " + (config.layers() - 1));
        }
        return new EncoderConfig(
                config.vocabularySize(),
                config.maxPositions(),
                numbers.size(),
                config.hidden(),
                config.heads(),
                config.feedForward(),
                config.labels());
    }

    @Override
    public List<TensorInfo> tensors() {
        return all.tensors().stream()
                .flatMap(tensor ->
                        renamed(tensor.name())
                                .map(name -> new TensorInfo(name, tensor.type(), tensor.shape()))
                                .stream())
                .toList();
    }

    @Override
    public ByteBuffer read(String name) {
        Matcher matcher = LAYER.matcher(name);
        return all.read(
                matcher.matches()
                        ? matcher.group(1) + layers.numbers().get(Integer.parseInt(matcher.group(2))) + matcher.group(3)
                        : name);
    }

    /** The name that a tensor of the whole network has here, if it is here. */
    private Optional<String> renamed(String name) {
        Matcher matcher = LAYER.matcher(name);
        if (!matcher.matches()) {
            return Optional.of(name);
        }
        int place = layers.numbers().indexOf(Integer.valueOf(matcher.group(2)));
        return place < 0 ? Optional.empty() : Optional.of(matcher.group(1) + place + matcher.group(3));
    }

    @Override
    public void close() {
        all.close();
    }
}
