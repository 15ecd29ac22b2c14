package dev.undertone.cli;

import dev.undertone.drill.JavaLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command in a process of its own, as a shell would start it. */
final class CommandProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader errors;
    private final Path output;

    private CommandProcess(Process process, Path output) {
        this.process = process;
        this.errors = process.errorReader(StandardCharsets.UTF_8);
        this.output = output;
    }

    /** Starts a command with these additions to the environment. */
    static CommandProcess start(Path folder, Map<String, String> environment, List<String> arguments) {
        List<String> line = JavaLine.of("dev.undertone.Undertone");
        line.addAll(arguments);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectOutput(Redirect.to(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return new CommandProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads standard error until so many lines with this beginning have come; false if it ended before. */
    boolean reports(int count, String beginning) {
        try {
            int seen = 0;
            while (seen < count) {
                String line = errors.readLine();
                if (line == null) {
                    return false;
                }
                seen += line.startsWith(beginning) ? 1 : 0;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** Asks it to end as {@code kill} does; Ctrl-C takes the same way through the virtual machine. */
    void terminate() {
        // Not Process.destroy, which also closes the streams that have still to be read.
        process.toHandle().destroy();
    }

    /** The rest of standard error, line by line, to the end of the process. */
    List<String> restOfErrors() {
        return errors.lines().toList();
    }

    int exitCode() {
        waitFor();
        return process.exitValue();
    }

    /** Lines of standard output, once the process has ended. */
    List<String> output() {
        waitFor();
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitFor() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command was running", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
