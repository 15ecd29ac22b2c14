package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.safetensors.SafetensorsFolder;
import dev.undertone.modelstore.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Any named tensors in a folder of safetensors files; for what is not a checkpoint, such as the state of a training.
 */
public final class WeightsFolder {

    private WeightsFolder() {}

    /**
     * Opens the weights in a folder, whole or in shards.
     *
     * @throws CheckpointRefused if there are none or a file does not hold
     */
    public static Weights open(Path folder) {
        return SafetensorsFolder.open(new CheckpointFolder(folder));
    }

    /**
     * Writes all of these weights, sorted by name, into a folder that exists and has none.
     *
     * @throws CheckpointRefused if a number is not finite or does not fit the format, or a file cannot be written
     */
    public static void write(Path folder, Weights weights, WeightsFormat format) {
        try {
            new SafetensorsWriter(folder, format)
                    .write(
                            weights,
                            weights.tensors().stream()
                                    .map(TensorInfo::name)
                                    .sorted()
                                    .toList());
        } catch (IOException e) {
            throw new CheckpointRefused(folder, "cannot be written: " + e, e);
        }
    }
}
