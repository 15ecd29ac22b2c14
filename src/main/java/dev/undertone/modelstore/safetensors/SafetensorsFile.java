package dev.undertone.modelstore.safetensors;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.safetensors.SafetensorsHeader.Slot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * One safetensors file. Each tensor is mapped on its own when it is read, so a file may be larger than the 2 GiB that
 * one buffer spans, and the operating system keeps the pages.
 */
final class SafetensorsFile implements Weights {

    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path file, FileChannel channel, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws CheckpointRefused if the header does not hold or the file cannot be read
     */
    static SafetensorsFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new SafetensorsFile(
                        file, channel, SafetensorsHeader.read(file.toString(), channel, channel.size()));
            } catch (CheckpointRefused | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointRefused(file, "cannot be read: " + e, e);
        }
    }

    @Override
    public List<TensorInfo> tensors() {
        return header.slots().values().stream().map(Slot::tensor).toList();
    }

    @Override
    public Optional<TensorInfo> find(String name) {
        return Optional.ofNullable(header.slots().get(name)).map(Slot::tensor);
    }

    @Override
    public ByteBuffer read(String name) {
        Slot slot = header.slots().get(name);
        if (slot == null) {
            throw new IllegalArgumentException(file + ": there is no tensor named " + name);
        }
        if (!channel.isOpen()) {
            throw new IllegalStateException(file + ": the weights are closed");
        }
        try {
            // A file cut short since it was opened would be mapped beyond its end, and reading there stops the process.
            if (channel.size() < header.dataStart() + slot.end()) {
                throw new CheckpointRefused(file, "was cut short while it was open");
            }
            return channel.map(MapMode.READ_ONLY, header.dataStart() + slot.begin(), slot.end() - slot.begin())
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new CheckpointRefused(file, "cannot be read: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CheckpointRefused(file, "cannot be closed: " + e, e);
        }
    }
}
