package dev.undertone.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line on standard error what was wrong; the stack trace only with {@code --debug}. */
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        say(commandLine, failure, "");
        return failure instanceof WrongUsage ? WRONG_USAGE : FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine commandLine = failure.getCommandLine();
        String hint = "; see " + commandLine.getCommandSpec().qualifiedName() + " --help";
        if (failure.getCause() instanceof WrongUsage usage) {
            // The parser met it and wrapped it in words of its own.
            say(commandLine, usage, "");
        } else if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !commandLine.getSubcommands().isEmpty()) {
            say(
                    commandLine,
                    new WrongUsage(
                            "there is no command " + unmatched.getUnmatched().get(0), failure),
                    hint);
        } else {
            say(commandLine, failure, hint);
        }
        return WRONG_USAGE;
    }

    private static void say(CommandLine commandLine, Exception failure, String hint) {
        PrintWriter err = commandLine.getErr();
        err.println("undertone: " + line(failure) + hint);
        if (debug(commandLine)) {
            failure.printStackTrace(err);
        }
        err.flush();
    }

    /** The first line of what a failure says, or the first of its causes that says anything. */
    static String line(Throwable failure) {
        Throwable told = failure;
        while (told.getMessage() == null && told.getCause() != null) {
            told = told.getCause();
        }
        String message = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
        return message.lines().findFirst().orElse(message) + reason(told);
    }

    /** What the file system had against it. */
    private static String reason(Throwable told) {
        return told instanceof UncheckedIOException failure
                        && failure.getCause() instanceof FileSystemException refusal
                        && !(refusal instanceof NoSuchFileException)
                ? " ("
                        + Optional.ofNullable(refusal.getReason())
                                .orElse(refusal.getClass().getSimpleName()) + ")"
                : "";
    }

    /**
     * What was made from an option's value.
     *
     * @throws WrongUsage with the message of the record that would not take it
     */
    static <T> T given(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean debug(CommandLine commandLine) {
        CommandLine root = commandLine;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getCommand() instanceof UndertoneCommand command && command.debug();
    }

    /** What was made from an option's value, which is named when it cannot be. */
    static <T> T given(String option, Supplier<T> value) {
        try {
            return given(value);
        } catch (WrongUsage e) {
            throw new WrongUsage(option + ": " + e.getMessage(), e);
        }
    }

    /** The options do not make sense together. */
    static final class WrongUsage extends RuntimeException {
        WrongUsage(String fact) {
            super(fact);
        }

        WrongUsage(String fact, Exception cause) {
            super(fact, cause);
        }
    }
}
