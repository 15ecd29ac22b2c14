package dev.undertone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/** The command line: everything but {@code serve}, which is the service itself. */
public final class Commands {

    private Commands() {}

    /**
     * Whether these arguments are for a command; without one, or with {@code serve} alone, they start the service. What
     * else is said beside {@code serve} is its help or a mistake.
     */
    public static boolean isFor(String[] arguments) {
        List<String> words = SettingArguments.of(List.of(arguments)).rest().stream()
                .filter(word -> !word.equals("--debug"))
                .toList();
        return !words.isEmpty() && !words.equals(List.of("serve"));
    }

    /**
     * Runs a command to its end.
     *
     * @param arguments options of the command, among them settings as {@code --name=value}
     * @return 0 done, 1 the check or job failed, 2 wrong usage
     */
    public static int run(String[] arguments) {
        SettingArguments split = SettingArguments.of(List.of(arguments));
        return run(commandLine(split), split);
    }

    /** Runs a command that prints its answer and its errors here instead of on the standard streams. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        SettingArguments split = SettingArguments.of(List.of(arguments));
        return run(commandLine(split).setOut(out).setErr(err), split);
    }

    private static CommandLine commandLine(SettingArguments split) {
        return new CommandLine(new UndertoneCommand(), new SettingsFactory(split.settings()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // A text such as "@sam thank you" is a text and not the name of a file of arguments.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(new OneLineErrors())
                .setParameterExceptionHandler(new OneLineErrors());
    }

    private static int run(CommandLine commandLine, SettingArguments split) {
        configOf(split.rest()).ifPresent(file -> {
            for (String name : List.of("train", "distill")) {
                CommandLine training =
                        Objects.requireNonNull(commandLine.getSubcommands().get(name));
                training.setDefaultValueProvider(
                        new YamlDefaults(file, training.getCommandSpec().options()));
            }
        });
        return commandLine.execute(split.rest().toArray(String[]::new));
    }

    /** The file of {@code --config}, which has to be known before the other options are parsed. */
    private static Optional<Path> configOf(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--config=")) {
                return Optional.of(Path.of(arguments.get(i).substring("--config=".length())));
            }
            if (arguments.get(i).equals("--config") && i + 1 < arguments.size()) {
                return Optional.of(Path.of(arguments.get(i + 1)));
            }
        }
        return Optional.empty();
    }
}
