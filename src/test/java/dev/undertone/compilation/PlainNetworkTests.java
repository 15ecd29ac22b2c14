package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What served networks are compared with has to be the same network. */
final class PlainNetworkTests {

    private static final long[][] IDS = {{2, 5, 6, 7, 13, 3}, {2, 9, 3, 0, 0, 0}};
    private static final long[][] MASK = {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 0, 0, 0}};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void logitsAreThoseOfTheNetworkOfTheTraining(Arithmetic arithmetic) throws IOException, OrtException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("tiny"));
        PlainNetwork.write(checkpoint, arithmetic, folder);
        float tolerance = arithmetic == Arithmetic.FP32 ? 1e-4f : 0.5f;

        try (Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            float[][] expected = predictor.predict(List.of(IDS[0], new long[] {2, 9, 3}));
            float[][] found = run();
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).containsExactly(expected[i], within(tolerance));
            }
        }
    }

    private float[][] run() throws OrtException {
        Engine.getEngine("OnnxRuntime");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(
                        folder.resolve(GraphWriter.MODEL).toString());
                OnnxTensor ids = OnnxTensor.createTensor(environment, IDS);
                OnnxTensor mask = OnnxTensor.createTensor(environment, MASK);
                OrtSession.Result result = session.run(Map.of("input_ids", ids, "attention_mask", mask))) {
            return (float[][]) result.get(0).getValue();
        }
    }
}
