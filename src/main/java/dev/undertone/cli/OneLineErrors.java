package dev.undertone.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        say(commandLine, failure, "; see " + commandLine.getCommandSpec().qualifiedName() + " --help");
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

    private static String line(Exception failure) {
        Throwable told = failure;
        while (told.getMessage() == null && told.getCause() != null) {
            told = told.getCause();
        }
        String message = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
        return message.lines().findFirst().orElse(message);
    }

    private static boolean debug(CommandLine commandLine) {
        CommandLine root = commandLine;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getCommand() instanceof UndertoneCommand command && command.debug();
    }

    /** The options do not make sense together. */
    static final class WrongUsage extends RuntimeException {
        WrongUsage(String fact) {
            super(fact);
        }
    }
}
