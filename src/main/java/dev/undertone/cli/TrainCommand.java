package dev.undertone.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fine-tunes a checkpoint on labelled texts. */
@Command(
        name = "train",
        description = "Fine-tunes a checkpoint. Killed or stopped at any moment, it goes on with --resume.")
final class TrainCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private TrainOptions options = new TrainOptions();

    TrainCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        TrainingRun.Kind kind = new TrainingRun.Kind("train", Map.of(), Optional.empty());
        return new TrainingRun(settings.get(), run, options, spec.commandLine().getErr()).go(kind);
    }
}
