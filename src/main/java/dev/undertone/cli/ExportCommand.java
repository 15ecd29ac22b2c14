package dev.undertone.cli;

import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.WeightsFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a checkpoint on. */
@Command(name = "export", description = "Writes a checkpoint as a folder that Hugging Face's library loads.")
final class ExportCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ID", description = "The checkpoint.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder to make.")
    private Path target = Path.of("");

    @Option(
            names = "--type",
            paramLabel = "F32|F16|BF16",
            defaultValue = "F32",
            description = "How numbers are stored, ${DEFAULT-VALUE}.")
    private TensorType type = TensorType.F32;

    @Option(
            names = "--max-shard-mb",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Megabytes of one weights file at most, ${DEFAULT-VALUE}.")
    private long maxShardMegabytes;

    @Option(
            names = "--layers",
            paramLabel = "LIST",
            description = "Only these layers, such as 0,2,4,7,9,11, as a smaller network to start a training from.")
    private @Nullable String layers;

    ExportCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        WeightsFormat format =
                OneLineErrors.given(() -> new WeightsFormat(type, Math.multiplyExact(maxShardMegabytes, MEGABYTE)));
        CheckpointId checkpoint = OneLineErrors.given(() -> new CheckpointId(id));
        String some = layers;
        if (some == null) {
            settings.get().store().exportTo(checkpoint, target, format);
        } else {
            LayerSelection chosen = OneLineErrors.given(() -> LayerSelection.parse(some));
            OneLineErrors.given("--layers", () -> {
                settings.get().store().exportLayers(checkpoint, chosen, target, format);
                return chosen;
            });
        }
        spec.commandLine().getOut().println("Exported " + id + " to " + target);
        return 0;
    }
}
