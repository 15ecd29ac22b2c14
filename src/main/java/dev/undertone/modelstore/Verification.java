package dev.undertone.modelstore;

import dev.undertone.modelstore.folder.CheckpointFolder;
import dev.undertone.modelstore.folder.Manifest;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What was found to be sound in a checkpoint; one that is not is refused instead.
 *
 * @param id the checkpoint
 * @param files how many files are as the manifest says; empty if there is no manifest
 * @param tensors how many tensors the weights have
 * @param numbers how many numbers are in them, all finite
 */
public record Verification(CheckpointId id, OptionalInt files, int tensors, long numbers) {

    /** Reads every byte of the folder, every number of the weights, and what may stand beside them. */
    static Verification of(CheckpointId id, CheckpointFolder folder) {
        OptionalInt files = OptionalInt.empty();
        if (folder.has(Manifest.FILE)) {
            Manifest manifest = Manifest.read(folder);
            manifest.requireUnchanged(folder);
            files = OptionalInt.of(manifest.files().size());
        }
        Checkpoint checkpoint = Checkpoint.open(id, folder);
        requireReadable(checkpoint);
        long numbers = 0;
        try (Weights weights = checkpoint.openWeights()) {
            for (TensorInfo tensor : weights.tensors()) {
                requireFinite(folder, tensor, weights.read(tensor.name()));
                numbers += tensor.elements();
            }
            return new Verification(id, files, weights.tensors().size(), numbers);
        }
    }

    /** Without a manifest nothing else would find a broken one before the checkpoint is to answer. */
    private static void requireReadable(Checkpoint checkpoint) {
        checkpoint.calibration();
        checkpoint.lexicon();
    }

    private static void requireFinite(CheckpointFolder folder, TensorInfo tensor, ByteBuffer elements) {
        TensorType type = tensor.type();
        for (int at = elements.position(); at < elements.limit(); at += type.bytes()) {
            if (!type.isFinite(elements, at)) {
                throw new CheckpointRefused(
                        folder.path(),
                        "element " + (at - elements.position()) / type.bytes() + " of tensor " + tensor.name() + " is "
                                + type.get(elements, at));
            }
        }
    }

    /** One line for people. */
    public String summary() {
        String manifest = files.isPresent()
                ? files.getAsInt() + " files are as the manifest says"
                : "there is no manifest, so a changed byte would not be noticed";
        return String.format(
                Locale.ROOT,
                "%s: %s; %d tensors with %,d numbers, all there and finite",
                id,
                manifest,
                tensors,
                numbers);
    }
}
