package dev.undertone.benchmark.service;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a process of its own, started from the same program. */
final class RunningService implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    /** What starts the program where it does not run from a jar; by name, as nothing in it may know its entry. */
    private static final String MAIN = "dev.undertone.Undertone";

    private static final long START_LIMIT_SECONDS = 120;

    private final Process process;
    /** A benchmark that is stopped leaves no service behind. */
    private final Thread ending;

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private RunningService(Process process) {
        this.process = process;
        this.ending = new Thread(process::destroy, "stop-service");
        Runtime.getRuntime().addShutdownHook(ending);
        Thread reader = new Thread(this::read, "service-log");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it on a free port.
     *
     * @param settings as {@code --name=value}
     */
    static RunningService start(List<String> settings) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String path = System.getProperty("java.class.path");
        if (path.endsWith(".jar") && !path.contains(File.pathSeparator)) {
            line.addAll(List.of("-jar", path));
        } else {
            line.addAll(List.of("-cp", path, MAIN));
        }
        line.add("serve");
        line.addAll(settings);
        line.add("--server.port=0");
        try {
            return new RunningService(
                    new ProcessBuilder(line).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("the service cannot be started", e);
        }
    }

    private void read() {
        String last = "it said nothing";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                Matcher matcher = PORT.matcher(line);
                if (matcher.find()) {
                    port.complete(Integer.valueOf(matcher.group(1)));
                }
            }
            port.completeExceptionally(new IllegalStateException("the service ended at its start: " + last));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    /** Waits until it takes requests. */
    URI address() {
        try {
            return URI.create("http://localhost:"
                    + port.orTimeout(START_LIMIT_SECONDS, TimeUnit.SECONDS).join());
        } catch (CompletionException e) {
            throw new IllegalStateException("the service could not be measured: " + e.getCause(), e.getCause());
        }
    }

    /** Resident memory in megabytes (Linux). */
    double residentMb() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of another process can be read on Linux only", e);
        }
    }

    /** Processor time that it has used, in milliseconds. */
    double cpuMs() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException stopping) {
            // It is running, and does the same.
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
