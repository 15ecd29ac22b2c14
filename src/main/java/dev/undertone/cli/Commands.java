package dev.undertone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/** The command line: everything but {@code serve}, which is the service itself. */
public final class Commands {

    private Commands() {}

    /** Whether these arguments name a command; without one, or with {@code serve}, they start the service. */
    public static boolean isFor(String[] arguments) {
        return arguments.length > 0 && !arguments[0].equals("serve") && !SettingArguments.isSetting(arguments[0]);
    }

    /**
     * Runs a command to its end.
     *
     * @param arguments options of the command, among them settings as {@code --name=value}
     * @return 0 done, 1 the check or job failed, 2 wrong usage
     */
    public static int run(String[] arguments) {
        SettingArguments split = SettingArguments.of(List.of(arguments));
        CommandLine commandLine = new CommandLine(new UndertoneCommand(), new SettingsFactory(split.settings()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OneLineErrors())
                .setParameterExceptionHandler(new OneLineErrors());
        configOf(split.rest()).ifPresent(file -> {
            CommandLine train =
                    Objects.requireNonNull(commandLine.getSubcommands().get("train"));
            train.setDefaultValueProvider(
                    new YamlDefaults(file, train.getCommandSpec().options()));
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
