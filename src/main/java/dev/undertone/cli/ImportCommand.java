package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.ModelStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a checkpoint into the model store. */
@Command(
        name = "import",
        description =
                "Copies a Hugging Face folder into the model store, or makes an untrained DistilBERT from BERT-base.")
final class ImportCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A Hugging Face folder.")
    private @Nullable Path folder;

    @Option(
            names = "--bert-base",
            paramLabel = "ARCHIVE",
            description = "The archive of BERT-base (see model-store/README.md).")
    private @Nullable Path archive;

    @Option(
            names = "--layers",
            paramLabel = "LAYERS",
            defaultValue = "0-5",
            description = "Layers of BERT-base, such as 0,2,4,7,9,11; ${DEFAULT-VALUE}.")
    private String layers = "0-5";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Decides the random head, ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "ID",
            description = "The name in the store; else made from what is imported.")
    private @Nullable String output;

    ImportCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        ModelStore store = settings.get().store();
        Checkpoint imported;
        if (archive != null && folder == null) {
            CheckpointId id = name("bert-base-" + layers.replace(',', '-'));
            LayerSelection chosen = OneLineErrors.given("--layers " + layers, () -> LayerSelection.parse(layers));
            imported = store.importBertBase(archive, chosen, seed, id);
        } else if (folder != null && archive == null) {
            CheckpointId id =
                    name(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
            imported = store.importFolder(folder, id);
        } else {
            throw new OneLineErrors.WrongUsage("give either a Hugging Face folder or --bert-base ARCHIVE");
        }
        spec.commandLine().getOut().println("Imported " + imported.id() + " into " + imported.folder());
        return 0;
    }

    private CheckpointId name(String otherwise) {
        return OneLineErrors.given(
                () -> new CheckpointId(Optional.ofNullable(output).orElse(otherwise)));
    }
}
