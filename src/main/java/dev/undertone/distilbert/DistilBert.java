package dev.undertone.distilbert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.undertone.modelstore.EncoderConfig;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DistilBERT with a classification head (Sanh et al. 2019, arXiv 1910.01108), as it is trained and evaluated. What
 * serves is compiled from the same weights and is tested to give the same logits.
 *
 * <p>Input: token ids and attention mask (1 for a token, 0 for padding), both int64 of shape (batch, tokens). Output:
 * logits, float32 of shape (batch, labels). Parameters carry the names of Hugging Face's
 * {@code DistilBertForSequenceClassification}.
 *
 * <p>The head reads only the first token. The last layer therefore computes keys and values for all tokens but
 * everything else for the first one alone: the same logits for less work.
 */
public final class DistilBert extends AbstractBlock {

    private static final String PREFIX = "distilbert.";
    private static final float LAYER_NORM_EPSILON = 1e-12f;
    /** Added to the attention score of padding: far below any real score, yet finite in float32. */
    private static final float MASKED = -1e9f;

    private final EncoderConfig config;
    private final DropoutRates dropout;

    /**
     * A network whose parameters are still to be loaded.
     *
     * @param config the sizes
     * @param dropout the rates while training
     */
    public DistilBert(EncoderConfig config, DropoutRates dropout) {
        this.config = config;
        this.dropout = dropout;
        DistilBertTensors.shapes(config)
                .keySet()
                .forEach(name -> addParameter(Parameter.builder()
                        .setName(name)
                        .setType(Parameter.Type.OTHER)
                        .build()));
    }

    /** The sizes of this network. */
    public EncoderConfig config() {
        return config;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, @Nullable PairList<String, Object> params) {
        return new NDList(new Pass(parameterStore, inputs.get(0), inputs.get(1), training, false).logits());
    }

    /**
     * The same logits with all the work of the published network, the whole last layer for every token: what others
     * run, to compare with.
     *
     * @param inputs as for a forward pass
     */
    public NDList plainForward(ParameterStore parameterStore, NDList inputs) {
        return new NDList(new Pass(parameterStore, inputs.get(0), inputs.get(1), false, true).logits());
    }

    /**
     * The logits, and after them the first token's vector of every layer, from the bottom up: float32 of shape (batch,
     * labels) and (batch, hidden).
     *
     * @param inputs as for a forward pass
     * @param training whether values are dropped
     */
    public NDList logitsAndStates(ParameterStore parameterStore, NDList inputs, boolean training) {
        return new Pass(parameterStore, inputs.get(0), inputs.get(1), training, false).logitsAndStates();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), config.labels().size())};
    }

    /** One forward pass; every array it makes belongs to the manager of the input ids. */
    private final class Pass {

        private final ParameterStore parameterStore;
        private final NDArray ids;
        private final NDArray mask;
        private final boolean training;
        private final boolean wholeLastLayer;

        Pass(ParameterStore parameterStore, NDArray ids, NDArray mask, boolean training, boolean wholeLastLayer) {
            this.parameterStore = parameterStore;
            this.ids = ids;
            this.mask = mask;
            this.training = training;
            this.wholeLastLayer = wholeLastLayer;
        }

        NDArray logits() {
            return head(encode(states -> {}).get(":, 0"));
        }

        NDList logitsAndStates() {
            NDList firsts = new NDList();
            encode(states -> firsts.add(states.get(":, 0")));
            return new NDList(head(firsts.get(config.layers() - 1))).addAll(firsts);
        }

        /** The states after the last layer; those of every layer are shown on the way. */
        private NDArray encode(Consumer<NDArray> afterLayer) {
            NDArray states = embeddings();
            NDArray bias = mask.toType(DataType.FLOAT32, false)
                    .sub(1)
                    .mul(-MASKED)
                    .reshape(ids.getShape().get(0), 1, 1, ids.getShape().get(1));
            for (int layer = 0; layer < config.layers(); layer++) {
                states = layer(layer, states, bias);
                afterLayer.accept(states);
            }
            return states;
        }

        private NDArray head(NDArray first) {
            NDArray pooled = Activation.relu(linear(first, "pre_classifier"));
            return linear(drop(pooled, dropout.classifier()), "classifier");
        }

        private NDArray embeddings() {
            String prefix = PREFIX + "embeddings.";
            NDManager manager = ids.getManager();
            NDArray positions = manager.arange(0, (int) ids.getShape().get(1), 1, DataType.INT64)
                    .expandDims(0);
            NDArray words = disturbed(embed(ids, prefix + "word_embeddings"));
            NDArray sum = words.add(embed(positions, prefix + "position_embeddings"));
            return drop(layerNorm(sum, prefix + "LayerNorm"), dropout.hidden());
        }

        /**
         * Runs one layer and lets go of its input and of all it made on the way: kept until the end of the pass, as
         * they would be otherwise, they take most of the memory of a pass. What a gradient needs the engine keeps
         * itself.
         */
        private NDArray layer(int number, NDArray states, NDArray bias) {
            NDManager manager = ids.getManager();
            try (NDManager scope = manager.newSubManager()) {
                states.attach(scope);
                boolean firstOnly = number == config.layers() - 1 && !wholeLastLayer;
                NDArray queries = firstOnly ? states.get(":, 0:1") : states;
                NDArray next = layer(PREFIX + "transformer.layer." + number + ".", queries, states, bias);
                next.attach(manager);
                return next;
            }
        }

        private NDArray layer(String prefix, NDArray queries, NDArray states, NDArray bias) {
            NDArray attended = attention(prefix + "attention.", queries, states, bias);
            NDArray middle = layerNorm(attended.add(queries), prefix + "sa_layer_norm");
            NDArray wide = Activation.gelu(linear(middle, prefix + "ffn.lin1"));
            NDArray narrow = drop(linear(wide, prefix + "ffn.lin2"), dropout.hidden());
            return layerNorm(narrow.add(middle), prefix + "output_layer_norm");
        }

        /** Scaled dot-product attention in heads (Vaswani et al. 2017, arXiv 1706.03762, section 3.2). */
        private NDArray attention(String prefix, NDArray queries, NDArray states, NDArray bias) {
            int headSize = config.hidden() / config.heads();
            NDArray q = heads(linear(queries, prefix + "q_lin").mul(constant(1 / Math.sqrt(headSize))));
            NDArray k = heads(linear(states, prefix + "k_lin"));
            NDArray v = heads(linear(states, prefix + "v_lin"));
            NDArray scores = q.matMul(k.transpose(0, 1, 3, 2)).add(bias);
            NDArray weights = drop(scores.softmax(-1), dropout.attention());
            NDArray context = weights.matMul(v).transpose(0, 2, 1, 3).reshape(queries.getShape());
            return linear(context, prefix + "out_lin");
        }

        /**
         * A number in memory of the engine's own. Given a plain Java number, DJL lends the engine a buffer of the Java
         * heap's and lets go of it at once; the engine still needs it for the gradient, and whenever the garbage
         * collector comes in between, it reads what is then in its place.
         */
        private NDArray constant(double value) {
            return ids.getManager().full(new Shape(), (float) value, DataType.FLOAT32);
        }

        /** (batch, tokens, hidden) to (batch, heads, tokens, head size). */
        private NDArray heads(NDArray states) {
            long batch = states.getShape().get(0);
            return states.reshape(batch, -1, config.heads(), config.hidden() / config.heads())
                    .transpose(0, 2, 1, 3);
        }

        private NDArray embed(NDArray indices, String name) {
            return Embedding.embedding(indices, parameter(name + ".weight"), SparseFormat.DENSE)
                    .singletonOrThrow();
        }

        private NDArray linear(NDArray input, String name) {
            return Linear.linear(input, parameter(name + ".weight"), parameter(name + ".bias"))
                    .singletonOrThrow();
        }

        private NDArray layerNorm(NDArray input, String name) {
            Shape width = new Shape(config.hidden());
            return LayerNorm.layerNorm(
                            input, width, parameter(name + ".weight"), parameter(name + ".bias"), LAYER_NORM_EPSILON)
                    .singletonOrThrow();
        }

        /** Noise of plus or minus size / sqrt(tokens * hidden), as much for a text however long. */
        private NDArray disturbed(NDArray words) {
            if (!training || dropout.embeddingNoise() == 0) {
                return words;
            }
            Shape shape = words.getShape();
            float bound = (float) (dropout.embeddingNoise() / Math.sqrt((double) shape.get(1) * shape.get(2)));
            return words.add(ids.getManager().randomUniform(-bound, bound, shape));
        }

        private NDArray drop(NDArray input, double rate) {
            return training && rate > 0
                    ? Dropout.dropout(input, (float) rate, true).singletonOrThrow()
                    : input;
        }

        private NDArray parameter(String name) {
            return parameterStore.getValue(parameters.get(name), ids.getDevice(), training);
        }
    }
}
