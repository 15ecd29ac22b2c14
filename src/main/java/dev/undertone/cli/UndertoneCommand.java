package dev.undertone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What {@code undertone} can be told to do. */
@Command(
        name = "undertone",
        description = "Reads the emotion under the words. Without a command, or with serve, it starts the service.",
        footer = "%nEvery setting is also an option, such as --undertone.modelstore.path=DIR.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            ServeCommand.class,
            ClassifyCommand.class,
            EvaluateCommand.class,
            FaithfulnessCommand.class,
            TrainCommand.class,
            DistillCommand.class,
            CalibrateCommand.class,
            LexiconCommand.class,
            CardCommand.class,
            SoupCommand.class,
            CheckpointCommand.class,
            UserCommand.class,
            ApiKeyCommand.class,
            AuditCommand.class,
            SoakCommand.class,
            BenchCommand.class
        })
final class UndertoneCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Adds the stack trace to an error.")
    private boolean debug;

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(new CommandLine(spec), "a command is missing");
    }
}
