package dev.undertone.distilbert;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A DistilBERT with its weights in native memory, from which any number of predictors can be made. */
public final class DistilBertModel implements AutoCloseable {

    private final Model model;
    private final DistilBert network;

    private DistilBertModel(Model model, DistilBert network) {
        this.model = model;
        this.network = network;
    }

    /**
     * Loads the weights as float32, one tensor at a time.
     *
     * @param dropout rates for training; {@link DropoutRates#NONE} for everything else
     * @throws IllegalArgumentException if a tensor is missing or has another shape than the network needs
     */
    public static DistilBertModel load(EncoderConfig config, Weights weights, DropoutRates dropout) {
        Model model = TorchRuntime.engine().newModel("distilbert", Device.cpu());
        try {
            DistilBert network = new DistilBert(config, dropout);
            NDManager manager = model.getNDManager();
            for (Map.Entry<String, Shape> tensor :
                    DistilBertTensors.shapes(config).entrySet()) {
                NDArray array = read(manager, weights, tensor.getKey(), tensor.getValue());
                network.getDirectParameters().get(tensor.getKey()).setArray(array);
            }
            model.setBlock(network);
            return new DistilBertModel(model, network);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static NDArray read(NDManager manager, Weights weights, String name, Shape shape) {
        TensorInfo info =
                weights.find(name).orElseThrow(() -> new IllegalArgumentException("tensor " + name + " is missing"));
        Shape found = new Shape(info.shape());
        if (!found.equals(shape)) {
            throw new IllegalArgumentException("tensor " + name + " has shape " + found + ", expected " + shape);
        }
        ByteBuffer bytes = weights.read(name);
        NDArray stored = manager.create(bytes, shape, stored(name, info.type()));
        // The engine takes over a direct buffer without copying it, and this one may be a read-only mapping of a file.
        NDArray own = info.type() == TensorType.F32 ? stored.duplicate() : stored.toType(DataType.FLOAT32, false);
        stored.close();
        return own;
    }

    private static DataType stored(String name, TensorType type) {
        return switch (type) {
            case F64 -> DataType.FLOAT64;
            case F32 -> DataType.FLOAT32;
            case F16 -> DataType.FLOAT16;
            case BF16 -> DataType.BFLOAT16;
            case I64, I32, I16, I8, U8, BOOL ->
                throw new IllegalArgumentException("tensor " + name + " is " + type + ", expected floating point");
        };
    }

    /** The network, for training. */
    public DistilBert network() {
        return network;
    }

    /** The arrays of the network by name, float32, for training; they belong to this model. */
    public Map<String, Parameter> parameters() {
        return network.getDirectParameters().toMap();
    }

    /** The manager that owns the weights. */
    public NDManager manager() {
        return model.getNDManager();
    }

    /**
     * Runs one batch through the network and keeps what its layers made of it.
     *
     * @param batch token ids of each text with start and end marks; not empty
     */
    public Reading read(List<long[]> batch) {
        try (NDManager scope = manager().newSubManager()) {
            NDList output =
                    network.logitsAndStates(new ParameterStore(manager(), false), TokenBatch.pad(scope, batch), false);
            return new Reading(output.stream().map(NDArray::toFloatArray).toList());
        }
    }

    /**
     * What a network read in a batch of texts; row-major, one row a text.
     *
     * @param outputs the logits, and after them the first token's vector of every layer, from the bottom up
     */
    public record Reading(List<float[]> outputs) {

        /** Copies the list. */
        public Reading {
            outputs = List.copyOf(outputs);
        }
    }

    /** Makes a predictor; each thread needs its own. */
    public LogitsPredictor newPredictor() {
        return new LogitsPredictor(model.newPredictor(new TokenBatchTranslator()));
    }

    @Override
    public void close() {
        model.close();
    }
}
