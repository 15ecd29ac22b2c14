package dev.undertone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code serve --help} tells and {@code serve} does not take; the service itself is started without parsing. */
@Command(name = "serve", description = "Starts the service, as no command does; it takes settings alone.")
final class ServeCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "serve goes with no other command");
    }
}
