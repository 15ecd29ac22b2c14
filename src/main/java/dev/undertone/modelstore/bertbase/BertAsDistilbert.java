package dev.undertone.modelstore.bertbase;

import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Layers of BERT as the weights of a DistilBERT: renamed, kernels transposed to (out, in), the token type that every
 * single text has added to the positions, and a head that has learned nothing yet.
 */
final class BertAsDistilbert implements Weights {

    /** The standard deviation with which BERT and its heads are initialised. */
    private static final double INITIALIZER_RANGE = 0.02;

    private static final String TOKEN_TYPES = "embeddings/token_type_embeddings";

    /** In the order of the network, so that of several missing tensors always the same one is named. */
    private static final List<Renaming> KERNELS = List.of(
            new Renaming("attention.q_lin", "attention/self/query"),
            new Renaming("attention.k_lin", "attention/self/key"),
            new Renaming("attention.v_lin", "attention/self/value"),
            new Renaming("attention.out_lin", "attention/output/dense"),
            new Renaming("ffn.lin1", "intermediate/dense"),
            new Renaming("ffn.lin2", "output/dense"));

    private static final List<Renaming> NORMS = List.of(
            new Renaming("sa_layer_norm", "attention/output/LayerNorm"),
            new Renaming("output_layer_norm", "output/LayerNorm"));

    private record Renaming(String to, String from) {}

    private record Source(TensorInfo tensor, Supplier<ByteBuffer> elements) {}

    private final BertBundle bundle;
    private final long seed;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    BertAsDistilbert(BertBundle bundle, EncoderConfig config, LayerSelection layers, long seed) {
        this.bundle = bundle;
        this.seed = seed;
        embeddings();
        for (int i = 0; i < layers.numbers().size(); i++) {
            layer(
                    "distilbert.transformer.layer." + i + ".",
                    "encoder/layer_" + layers.numbers().get(i) + "/");
        }
        head("pre_classifier", config.hidden(), config.hidden());
        head("classifier", config.labels().size(), config.hidden());
    }

    private void embeddings() {
        same("distilbert.embeddings.word_embeddings.weight", "embeddings/word_embeddings");
        String positions = "embeddings/position_embeddings";
        bundle.requireSameWidth(positions, TOKEN_TYPES);
        add("distilbert.embeddings.position_embeddings.weight", shape(positions), () -> plusTokenType(positions));
        norm("distilbert.embeddings.LayerNorm", "embeddings/LayerNorm");
    }

    private void layer(String name, String source) {
        KERNELS.forEach(renaming -> {
            String kernel = source + renaming.from() + "/kernel";
            List<Long> shape = bundle.matrix(kernel);
            add(name + renaming.to() + ".weight", List.of(shape.get(1), shape.get(0)), () -> transposed(kernel));
            same(name + renaming.to() + ".bias", source + renaming.from() + "/bias");
        });
        NORMS.forEach(renaming -> norm(name + renaming.to(), source + renaming.from()));
    }

    private void norm(String name, String source) {
        same(name + ".weight", source + "/gamma");
        same(name + ".bias", source + "/beta");
    }

    private void head(String name, long outputs, long inputs) {
        add(name + ".weight", List.of(outputs, inputs), () -> random(name, outputs * inputs));
        add(name + ".bias", List.of(outputs), () -> floats(outputs));
    }

    private void same(String name, String source) {
        add(name, shape(source), () -> bundle.read(source));
    }

    private void add(String name, List<Long> shape, Supplier<ByteBuffer> elements) {
        sources.put(name, new Source(new TensorInfo(name, TensorType.F32, shape), elements));
    }

    private List<Long> shape(String source) {
        return bundle.entry(source).shape();
    }

    private ByteBuffer transposed(String kernel) {
        ByteBuffer in = bundle.read(kernel);
        int rows = Math.toIntExact(bundle.matrix(kernel).get(0));
        int columns = Math.toIntExact(bundle.matrix(kernel).get(1));
        ByteBuffer out = floats((long) rows * columns);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                out.putFloat(in.getFloat((row * columns + column) * Float.BYTES));
            }
        }
        return out.flip();
    }

    private ByteBuffer plusTokenType(String positions) {
        ByteBuffer sum = bundle.read(positions);
        ByteBuffer tokenTypes = bundle.read(TOKEN_TYPES);
        int width = Math.toIntExact(bundle.matrix(positions).get(1)) * Float.BYTES;
        for (int at = 0; at < sum.limit(); at += Float.BYTES) {
            sum.putFloat(at, sum.getFloat(at) + tokenTypes.getFloat(at % width));
        }
        return sum;
    }

    /** Normal numbers that depend on the seed and the tensor alone, not on what was read before. */
    private ByteBuffer random(String name, long elements) {
        Random random = new Random(31 * seed + name.hashCode());
        ByteBuffer out = floats(elements);
        for (long i = 0; i < elements; i++) {
            out.putFloat((float) (INITIALIZER_RANGE * random.nextGaussian()));
        }
        return out.flip();
    }

    private static ByteBuffer floats(long elements) {
        return ByteBuffer.allocate(Math.toIntExact(elements * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public List<TensorInfo> tensors() {
        return sources.values().stream().map(Source::tensor).toList();
    }

    @Override
    public Optional<TensorInfo> find(String name) {
        return Optional.ofNullable(sources.get(name)).map(Source::tensor);
    }

    @Override
    public ByteBuffer read(String name) {
        Source source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("there is no tensor named " + name);
        }
        return source.elements().get();
    }

    /** Leaves the bundle open, which belongs to whoever opened it. */
    @Override
    public void close() {}
}
