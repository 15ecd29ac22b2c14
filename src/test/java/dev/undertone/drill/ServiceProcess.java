package dev.undertone.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real service in a process of its own, which can be killed. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long START_LIMIT_SECONDS = 180;

    private final Process process;
    private final CompletableFuture<Integer> started = new CompletableFuture<>();
    private final Path log;
    private final int port;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread reader = new Thread(this::read, "service-log");
        reader.setDaemon(true);
        reader.start();
        this.port = started.orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    /**
     * Starts the service and waits until it takes requests.
     *
     * @param folder where its log goes, added to what is there
     * @param program the words that start our program, and before them a shell that sets limits, if one should
     * @param arguments settings as {@code --name=value}
     */
    static ServiceProcess start(Path folder, List<String> program, List<String> arguments) {
        List<String> line = new ArrayList<>(program);
        line.add("serve");
        line.addAll(arguments);
        line.add("--server.port=0");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new ServiceProcess(process, folder.resolve("service.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        String port = "";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(
                        log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                copy.flush();
                Matcher matcher = PORT.matcher(line);
                port = matcher.find() ? matcher.group(1) : port;
                if (line.contains("Started Undertone in")) {
                    started.complete(Integer.valueOf(port));
                }
            }
            started.completeExceptionally(new IllegalStateException("the service ended at its start: " + log()));
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Everything that it and its predecessors in this folder have said. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service was ending", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
