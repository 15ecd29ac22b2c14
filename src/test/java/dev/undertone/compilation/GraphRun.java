package dev.undertone.compilation;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.undertone.compilation.onnx.GraphWriter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/** Runs a graph of one input and one output, both matrices. */
final class GraphRun {

    private GraphRun() {}

    static float[][] of(Path folder, float[][] input) {
        // The engine wants to be the first to set the environment up.
        Engine.getEngine("OnnxRuntime");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        FloatBuffer elements = FloatBuffer.allocate(input.length * input[0].length);
        for (float[] row : input) {
            elements.put(row);
        }
        try (OrtSession session = environment.createSession(
                        folder.resolve(GraphWriter.MODEL).toString());
                OnnxTensor tensor = OnnxTensor.createTensor(
                        environment, elements.flip(), new long[] {input.length, input[0].length});
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
