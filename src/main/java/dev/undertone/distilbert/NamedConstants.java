package dev.undertone.distilbert;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tables of embeddings of a compiled network, mapped into memory once for all models that are opened with them;
 * each would otherwise map its own, and keep some 45 MB of it resident.
 */
public final class NamedConstants implements AutoCloseable {

    private static final String LIST = "model.named";
    private static final String CONSTANTS = "model.constants";
    private static final int FIXED_FIELDS = 3;

    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

    private NamedConstants() {}

    /**
     * Maps the constants that belong to a model.
     *
     * @param file an ONNX model that {@code dev.undertone.compilation} wrote
     */
    public static NamedConstants of(Path file) {
        OnnxEngine.engine();
        NamedConstants constants = new NamedConstants();
        try (FileChannel channel = FileChannel.open(file.resolveSibling(CONSTANTS), StandardOpenOption.READ)) {
            for (String line : Files.readAllLines(file.resolveSibling(LIST))) {
                constants.map(line.split(" "), channel);
            }
            return constants;
        } catch (IOException e) {
            constants.close();
            throw new UncheckedIOException("the constants of the compiled network " + file + " cannot be read", e);
        } catch (OrtException e) {
            constants.close();
            throw new IllegalArgumentException("the constants of " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void map(String[] fields, FileChannel channel) throws IOException, OrtException {
        OnnxJavaType type = OnnxJavaType.valueOf(fields[1]);
        long[] shape = Arrays.stream(fields, FIXED_FIELDS, fields.length)
                .mapToLong(Long::parseLong)
                .toArray();
        long bytes = type.size * Arrays.stream(shape).reduce(1, Math::multiplyExact);
        OnnxTensor tensor = OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                channel.map(MapMode.READ_ONLY, Long.parseLong(fields[2]), bytes).order(ByteOrder.nativeOrder()),
                shape,
                type);
        tensors.put(fields[0], tensor);
    }

    /** Makes a session read them from here. */
    void addTo(SessionOptions options) throws OrtException {
        for (Map.Entry<String, OnnxTensor> one : tensors.entrySet()) {
            options.addInitializer(one.getKey(), one.getValue());
        }
    }

    /** Only after all models that were opened with them. */
    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
