package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.ModelStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The model store. */
@Command(
        name = "checkpoint",
        description = "Lists, shows, verifies, imports, exports and activates checkpoints.",
        subcommands = {ImportCommand.class, ExportCommand.class})
final class CheckpointCommand implements Runnable {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckpointCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "checkpoint: say list, show, verify, import, export or activate");
    }

    @Command(name = "list", description = "Prints the checkpoints; the active one has a star.")
    int list() {
        ModelStore store = settings.get().store();
        if (store.list().isEmpty()) {
            sayThatThereIsNone();
            return 0;
        }
        Optional<CheckpointId> active = store.active();
        for (CheckpointId id : store.list()) {
            out().println((active.equals(Optional.of(id)) ? "* " : "  ") + id);
        }
        return 0;
    }

    @Command(name = "show", description = "Prints what a checkpoint is.")
    int show(
            @Parameters(paramLabel = "ID", arity = "0..1", description = "Without it, the active one.")
                    Optional<String> id) {
        Checkpoint checkpoint = settings.get().checkpoint(id.orElse(null));
        EncoderConfig config = checkpoint.config();
        out().println("checkpoint   " + checkpoint.id());
        out().println("folder       " + checkpoint.folder());
        out().println("network      DistilBERT, " + config.layers() + " layers of width " + config.hidden() + " with "
                + config.heads() + " heads, feed-forward " + config.feedForward());
        out().println("tokens       " + config.vocabularySize() + " in the vocabulary, " + config.maxPositions()
                + " at once");
        out().println("labels       " + String.join(", ", config.labels()));
        return 0;
    }

    @Command(name = "verify", description = "Checks every byte and number of checkpoints.")
    int verify(@Parameters(paramLabel = "ID", arity = "0..*", description = "Without any, all.") List<String> ids) {
        ModelStore store = settings.get().store();
        List<CheckpointId> wanted = ids == null || ids.isEmpty()
                ? store.list()
                : ids.stream().map(CheckpointCommand::named).toList();
        if (wanted.isEmpty()) {
            sayThatThereIsNone();
            return 1;
        }
        int refused = 0;
        for (CheckpointId id : wanted) {
            try {
                out().println(store.verify(id).summary());
            } catch (CheckpointRefused e) {
                refused++;
                spec.commandLine().getErr().println("undertone: " + e.getMessage());
            }
        }
        out().flush();
        return refused == 0 ? 0 : 1;
    }

    @Command(name = "activate", description = "Makes a checkpoint the one that answers, after verifying it.")
    int activate(@Parameters(paramLabel = "ID", description = "The checkpoint.") String id) {
        out().println(settings.get().store().activate(named(id)).summary());
        out().println(
                        "A service that is running takes it up at its next start, or at once with POST /api/v1/admin/checkpoints.");
        return 0;
    }

    private void sayThatThereIsNone() {
        spec.commandLine()
                .getErr()
                .println("There is no checkpoint in "
                        + settings.get().modelStore().path() + ".");
    }

    private static CheckpointId named(String id) {
        return OneLineErrors.given(() -> new CheckpointId(id));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
