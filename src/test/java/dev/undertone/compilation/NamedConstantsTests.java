package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.distilbert.CompiledModel;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.NamedConstants;
import dev.undertone.distilbert.RandomWeights;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamedConstantsTests {

    private static final EncoderConfig CONFIG = RandomWeights.tinyConfig(500);
    private static final List<long[]> TEXT = List.of(new long[] {1, 123, 7, 2});

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        try (Weights weights = new RandomWeights(CONFIG, 9);
                GraphWriter graph = new GraphWriter(folder)) {
            new ServingNetwork(graph, CONFIG, weights, new RowInt8Layers(graph, weights)).write();
            graph.finish();
        }
        model = folder.resolve(GraphWriter.MODEL);
    }

    @Test
    void modelsThatShareThemGiveTheSameLogits() {
        try (NamedConstants constants = NamedConstants.of(model);
                CompiledModel first = CompiledModel.open(model, 1, constants);
                CompiledModel second = CompiledModel.open(model, 1, constants);
                CompiledModel alone = CompiledModel.open(model, 1)) {
            assertThat(logits(first)).containsExactly(logits(alone));
            assertThat(logits(second)).containsExactly(logits(alone));
        }
    }

    /** The constants of a copy in which one row is zero: where they are not read, nothing would show. */
    @Test
    void theTablesAreReadFromThem() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of(GraphWriter.CONSTANTS, GraphWriter.NAMED)) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        try (FileChannel file = FileChannel.open(copy.resolve(GraphWriter.CONSTANTS), StandardOpenOption.WRITE)) {
            int row = CONFIG.hidden() * Float.BYTES;
            file.write(ByteBuffer.allocate(row), 123L * row);
        }
        try (NamedConstants changed = NamedConstants.of(copy.resolve(GraphWriter.MODEL));
                CompiledModel sharing = CompiledModel.open(model, 1, changed);
                CompiledModel alone = CompiledModel.open(model, 1)) {
            assertThat(logits(sharing)).isNotEqualTo(logits(alone));
        }
    }

    @Test
    void withoutTheirListThereIsNoSilence() throws IOException {
        Files.delete(folder.resolve(GraphWriter.NAMED));

        assertThatThrownBy(() -> NamedConstants.of(model))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(model.toString());
    }

    private static float[] logits(CompiledModel model) {
        try (LogitsPredictor predictor = model.newPredictor()) {
            return predictor.predict(TEXT)[0];
        }
    }
}
