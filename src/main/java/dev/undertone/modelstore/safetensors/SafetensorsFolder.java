package dev.undertone.modelstore.safetensors;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.folder.CheckpointFolder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The weights of a checkpoint folder, whole in {@code model.safetensors} or in the shards that an index names. */
public final class SafetensorsFolder implements Weights {

    /** The file that holds all weights when there is only one. */
    static final String WHOLE = "model.safetensors";

    /** The file that says which tensor is in which shard. */
    static final String INDEX = "model.safetensors.index.json";

    private final String folder;
    private final List<SafetensorsFile> files = new ArrayList<>();
    private final List<String> fileNames = new ArrayList<>();
    private final Map<String, SafetensorsFile> byTensor = new LinkedHashMap<>();

    private SafetensorsFolder(String folder) {
        this.folder = folder;
    }

    /**
     * Opens the weights in a folder; an index is used only if there is no whole file.
     *
     * @throws CheckpointRefused if there are none, a header or the index does not hold, or a file leads out of the
     *     folder
     */
    public static SafetensorsFolder open(CheckpointFolder folder) {
        SafetensorsFolder weights = new SafetensorsFolder(folder.path().toString());
        try {
            if (folder.has(WHOLE)) {
                weights.add(folder, WHOLE);
            } else if (folder.has(INDEX)) {
                weights.addShards(folder);
            } else {
                throw new CheckpointRefused(folder.path(), "has neither " + WHOLE + " nor " + INDEX);
            }
            return weights;
        } catch (CheckpointRefused e) {
            weights.close();
            throw e;
        }
    }

    private void addShards(CheckpointFolder folder) {
        Map<String, String> shardOf = shardOf(folder);
        fileNames.add(INDEX);
        Set<String> shards = new TreeSet<>(shardOf.values());
        for (String shard : shards) {
            SafetensorsFile file = add(folder, shard);
            for (TensorInfo tensor : file.tensors()) {
                if (!shard.equals(shardOf.get(tensor.name()))) {
                    throw new CheckpointRefused(
                            folder.file(shard),
                            "holds tensor " + tensor.name() + ", which " + INDEX + " places "
                                    + (shardOf.containsKey(tensor.name()) ? "elsewhere" : "nowhere"));
                }
            }
        }
        for (Map.Entry<String, String> entry : shardOf.entrySet()) {
            if (!byTensor.containsKey(entry.getKey())) {
                throw new CheckpointRefused(
                        folder.file(entry.getValue()),
                        "lacks tensor " + entry.getKey() + ", which " + INDEX + " places there");
            }
        }
    }

    private static Map<String, String> shardOf(CheckpointFolder folder) {
        JsonNode map = folder.json(INDEX).path("weight_map");
        Map<String, String> shardOf = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (!entry.getValue().isString()) {
                throw new CheckpointRefused(
                        folder.file(INDEX), "the weight_map entry of " + entry.getKey() + " is not a file name");
            }
            shardOf.put(entry.getKey(), entry.getValue().stringValue());
        }
        if (shardOf.isEmpty()) {
            throw new CheckpointRefused(folder.file(INDEX), "has no weight_map");
        }
        return shardOf;
    }

    private SafetensorsFile add(CheckpointFolder folder, String name) {
        SafetensorsFile file = SafetensorsFile.open(folder.file(name));
        files.add(file);
        fileNames.add(name);
        file.tensors().forEach(tensor -> byTensor.put(tensor.name(), file));
        return file;
    }

    /** The names of the files that make up these weights. */
    public List<String> fileNames() {
        return List.copyOf(fileNames);
    }

    @Override
    public List<TensorInfo> tensors() {
        return files.stream().flatMap(file -> file.tensors().stream()).toList();
    }

    @Override
    public Optional<TensorInfo> find(String name) {
        return Optional.ofNullable(byTensor.get(name)).flatMap(file -> file.find(name));
    }

    @Override
    public ByteBuffer read(String name) {
        SafetensorsFile file = byTensor.get(name);
        if (file == null) {
            throw new IllegalArgumentException(folder + ": there is no tensor named " + name);
        }
        return file.read(name);
    }

    @Override
    public void close() {
        files.forEach(SafetensorsFile::close);
    }
}
