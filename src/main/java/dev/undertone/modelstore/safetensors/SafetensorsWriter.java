package dev.undertone.modelstore.safetensors;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes weights as safetensors, one tensor in memory at a time, in one file or in shards with an index. */
public final class SafetensorsWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHUNK = 1 << 20;
    /** What a tensor takes in the header beside its name, at most. */
    private static final int ENTRY = 200;

    private final Path folder;
    private final WeightsFormat format;

    /**
     * Prepares to write.
     *
     * @param folder where the files go; must exist
     * @param format the type to convert to, and the size of a file
     */
    public SafetensorsWriter(Path folder, WeightsFormat format) {
        this.folder = folder;
        this.format = format;
    }

    /**
     * Writes these tensors in this order. A tensor that is larger than a file may be gets a file of its own.
     *
     * @throws IllegalArgumentException if a name is not among the weights
     * @throws CheckpointRefused if a number is not finite or does not fit the type
     */
    public void write(Weights weights, List<String> names) throws IOException {
        List<List<TensorInfo>> shards = plan(weights, names);
        if (shards.size() == 1) {
            writeFile(folder.resolve(SafetensorsFolder.WHOLE), weights, shards.get(0));
            return;
        }
        ObjectNode index = JSON.createObjectNode();
        ObjectNode map = JSON.createObjectNode();
        long total = 0;
        for (int i = 0; i < shards.size(); i++) {
            String name = String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, shards.size());
            writeFile(folder.resolve(name), weights, shards.get(i));
            for (TensorInfo tensor : shards.get(i)) {
                map.put(tensor.name(), name);
                total += tensor.bytes();
            }
        }
        index.putObject("metadata").put("total_size", total);
        index.set("weight_map", map);
        Files.writeString(
                folder.resolve(SafetensorsFolder.INDEX),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + "\n");
    }

    private List<List<TensorInfo>> plan(Weights weights, List<String> names) {
        List<List<TensorInfo>> shards = new ArrayList<>();
        List<TensorInfo> shard = new ArrayList<>();
        long bytes = ENTRY;
        for (String name : names) {
            TensorInfo source = weights.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no tensor named " + name));
            TensorInfo tensor = new TensorInfo(name, format.type(), source.shape());
            long cost = tensor.bytes() + name.length() + ENTRY;
            if (!shard.isEmpty() && bytes + cost > format.maxFileBytes()) {
                shards.add(shard);
                shard = new ArrayList<>();
                bytes = ENTRY;
            }
            shard.add(tensor);
            bytes += cost;
        }
        shards.add(shard);
        return shards;
    }

    private void writeFile(Path file, Weights weights, List<TensorInfo> tensors) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] header = header(tensors);
            drain(channel, littleEndian(Long.BYTES).putLong(header.length).flip());
            drain(channel, ByteBuffer.wrap(header));
            for (TensorInfo tensor : tensors) {
                writeElements(channel, file, weights, tensor);
            }
            channel.force(true);
        }
    }

    private static byte[] header(List<TensorInfo> tensors) {
        ObjectNode header = JSON.createObjectNode();
        // Hugging Face's library refuses files that do not name the framework whose layout they follow.
        header.putObject("__metadata__").put("format", "pt");
        long offset = 0;
        for (TensorInfo tensor : tensors) {
            ObjectNode entry =
                    header.putObject(tensor.name()).put("dtype", tensor.type().name());
            entry.set("shape", JSON.valueToTree(tensor.shape()));
            entry.set("data_offsets", JSON.valueToTree(List.of(offset, offset + tensor.bytes())));
            offset += tensor.bytes();
        }
        String json = header.toString();
        // Spaces up to a multiple of eight, so that the tensors are aligned in memory when the file is mapped.
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
    }

    private static void writeElements(FileChannel channel, Path file, Weights weights, TensorInfo tensor)
            throws IOException {
        TensorType from = weights.find(tensor.name()).orElseThrow().type();
        ByteBuffer source = weights.read(tensor.name());
        ByteBuffer chunk = littleEndian(CHUNK);
        int start = source.position();
        long elements = tensor.elements();
        for (int i = 0; i < elements; i++) {
            float value = from.get(source, start + i * from.bytes());
            try {
                tensor.type().put(chunk, value);
            } catch (ArithmeticException e) {
                throw new CheckpointRefused(
                        file, "element " + i + " of tensor " + tensor.name() + ": " + e.getMessage(), e);
            }
            if (!chunk.hasRemaining()) {
                drain(channel, chunk.flip());
                chunk.clear();
            }
        }
        drain(channel, chunk.flip());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void drain(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
