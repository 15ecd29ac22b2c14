package dev.undertone.distilbert.peer;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.undertone.distilbert.DistilBert;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network whose weights are in memory already, with all the work of the published one. DJL's translator finds labels
 * only beside a model that it loaded.
 */
final class LoadedBlock extends AbstractBlock {

    private final DistilBert network;

    LoadedBlock(DistilBert network) {
        this.network = network;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, @Nullable PairList<String, Object> params) {
        return network.plainForward(parameterStore, inputs);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return network.getOutputShapes(inputShapes);
    }

    @Override
    public boolean isInitialized() {
        return true;
    }

    @Override
    public PairList<String, Shape> describeInput() {
        return new PairList<>(List.of("input_ids", "attention_mask"), List.of(new Shape(-1, -1), new Shape(-1, -1)));
    }

    @Override
    public void saveParameters(DataOutputStream out) {
        // They stand in the checkpoint.
    }

    @Override
    public void loadParameters(NDManager manager, DataInputStream in) {
        // They are in memory.
    }
}
