package dev.undertone.compilation;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the network of a checkpoint as an ONNX model that is made for this project's way of serving. */
public final class CheckpointCompiler {

    /** Counts the changes that make an older compiled network unusable. */
    static final int VERSION = 4;

    private CheckpointCompiler() {}

    /**
     * Compiles.
     *
     * @param folder where {@link GraphWriter#MODEL} and what belongs to it go; it exists
     * @throws IOException if the folder cannot be written
     */
    public static void compile(Checkpoint checkpoint, Arithmetic arithmetic, Path folder) throws IOException {
        try (Weights weights = checkpoint.openWeights();
                GraphWriter graph = new GraphWriter(folder)) {
            LinearLayers linear = switch (arithmetic) {
                case FP32 -> new FloatLayers(graph, weights);
                case INT8 -> new RowInt8Layers(graph, weights);
            };
            new ServingNetwork(graph, checkpoint.config(), weights, linear).write();
            graph.finish();
        }
    }
}
