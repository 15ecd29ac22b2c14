package dev.undertone.modelstore.bertbase;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BERT-base as Google published it: a TensorFlow SavedModel whose variables lie in a tensor bundle. Kernels are stored
 * as (in, out).
 */
public final class BertBundle implements AutoCloseable {

    private static final String PREFIX = "module/bert/";
    /** Every published BERT has heads of this width. */
    private static final int HEAD_WIDTH = 64;

    private final Path archive;
    private final BertArchive unpacked;
    private final Map<String, BundleEntry> entries = new HashMap<>();
    private final FileChannel data;

    private BertBundle(Path archive, BertArchive unpacked) throws IOException {
        this.archive = archive;
        this.unpacked = unpacked;
        Map<String, byte[]> table =
                LevelDbTable.read(archive + "!variables.index", Files.readAllBytes(unpacked.index()));
        for (Map.Entry<String, byte[]> entry : table.entrySet()) {
            if (entry.getKey().startsWith(PREFIX)) {
                entries.put(entry.getKey().substring(PREFIX.length()), parse(entry.getKey(), entry.getValue()));
            }
        }
        this.data = FileChannel.open(unpacked.data(), StandardOpenOption.READ);
    }

    /**
     * Opens the archive: the jar, or the zip in it. Needs room for it in the temporary folder until it is closed.
     *
     * @throws CheckpointRefused if it is not such an archive
     */
    public static BertBundle open(Path archive) {
        BertArchive unpacked = BertArchive.unpack(archive);
        try {
            return new BertBundle(archive, unpacked);
        } catch (IOException e) {
            unpacked.close();
            throw new CheckpointRefused(archive, "cannot be read: " + e, e);
        } catch (CheckpointRefused e) {
            unpacked.close();
            throw e;
        }
    }

    /** The sizes of the DistilBERT that these layers make, with the six emotions as labels. */
    public EncoderConfig config(LayerSelection layers) {
        List<Long> words = matrix("embeddings/word_embeddings");
        List<Long> positions = matrix("embeddings/position_embeddings");
        List<Long> inner = matrix("encoder/layer_0/intermediate/dense/kernel");
        if (words.get(1) % HEAD_WIDTH != 0) {
            throw new CheckpointRefused(archive, "has embeddings of the shape " + words + ", which no BERT has");
        }
        int hidden = Math.toIntExact(words.get(1));
        return new EncoderConfig(
                Math.toIntExact(words.get(0)),
                Math.toIntExact(positions.get(0)),
                layers.numbers().size(),
                hidden,
                hidden / HEAD_WIDTH,
                Math.toIntExact(inner.get(1)),
                EncoderConfig.base(1).labels());
    }

    /** The text of {@code vocab.txt}. */
    public String vocabulary() {
        try {
            return Files.readString(unpacked.vocabulary());
        } catch (IOException e) {
            throw new CheckpointRefused(archive, "vocab.txt cannot be read: " + e, e);
        }
    }

    /**
     * The chosen layers under the names of a DistilBERT, with a fresh head. Valid until this bundle is closed.
     *
     * @param seed of the head's random numbers
     * @throws CheckpointRefused if the archive lacks one of the layers
     */
    public Weights weights(LayerSelection layers, long seed) {
        return new BertAsDistilbert(this, config(layers), layers, seed);
    }

    BundleEntry entry(String name) {
        BundleEntry entry = entries.get(name);
        if (entry == null) {
            throw new CheckpointRefused(archive, "lacks the variable " + PREFIX + name);
        }
        return entry;
    }

    /** The shape of a variable that has two dimensions. */
    List<Long> matrix(String name) {
        List<Long> shape = entry(name).shape();
        if (shape.size() != 2) {
            throw new CheckpointRefused(
                    archive, "variable " + PREFIX + name + " has the shape " + shape + ", expected two dimensions");
        }
        return shape;
    }

    void requireSameWidth(String one, String other) {
        if (!matrix(one).get(1).equals(matrix(other).get(1))) {
            throw new CheckpointRefused(
                    archive,
                    "variables " + one + " " + matrix(one) + " and " + other + " " + matrix(other)
                            + " cannot be added");
        }
    }

    /** The floats of a variable, little-endian, in the order of the archive. */
    ByteBuffer read(String name) {
        BundleEntry entry = entry(name);
        ByteBuffer floats = ByteBuffer.allocate(Math.toIntExact(entry.size())).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (floats.hasRemaining()) {
                if (data.read(floats, entry.offset() + floats.position()) < 0) {
                    throw new CheckpointRefused(archive, "ends within the variable " + PREFIX + name);
                }
            }
        } catch (IOException e) {
            throw new CheckpointRefused(archive, "cannot be read: " + e, e);
        }
        floats.flip();
        if (LevelDbTable.maskedChecksum(floats) != entry.checksum()) {
            throw new CheckpointRefused(archive, "the checksum of the variable " + PREFIX + name + " does not match");
        }
        return floats;
    }

    private BundleEntry parse(String name, byte[] message) {
        try {
            BundleEntry entry = BundleEntry.parse(message);
            long elements = entry.shape().stream().reduce(1L, Math::multiplyExact);
            if (entry.dataType() == BundleEntry.FLOAT
                    && entry.shard() == 0
                    && entry.offset() >= 0
                    && entry.shape().stream().allMatch(dimension -> dimension > 0)
                    && entry.size() == Math.multiplyExact(elements, (long) Float.BYTES)
                    && entry.size() <= Integer.MAX_VALUE) {
                return entry;
            }
            throw new CheckpointRefused(archive, "variable " + name + " is not stored as floats of its shape");
        } catch (IllegalArgumentException | ArithmeticException | BufferUnderflowException e) {
            throw new CheckpointRefused(archive, "the entry of variable " + name + " is broken", e);
        }
    }

    @Override
    public void close() {
        try {
            data.close();
        } catch (IOException e) {
            throw new CheckpointRefused(archive, "cannot be closed: " + e, e);
        } finally {
            unpacked.close();
        }
    }
}
