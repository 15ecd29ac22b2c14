package dev.undertone.benchmark.service;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final double KILO = 1024;
    private static final List<String> OWN = List.of("-D", "-Xm", "-Xs", "-XX:");

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
        line.addAll(ownOptions());
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

    /** What this process was started with decides how fast it is; agents and debuggers belong to it alone. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN.stream().anyMatch(option::startsWith))
                .toList();
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
            if (e.getCause() instanceof IllegalStateException ended) {
                throw ended;
            }
            throw new IllegalStateException("the service did not start: " + e.getCause(), e.getCause());
        }
    }

    /** Resident memory in megabytes; only Linux says it of another process. */
    Optional<Double> residentMb() {
        return statusMb("VmRSS:");
    }

    /** The most that was resident up to now, in megabytes. */
    Optional<Double> mostResidentMb() {
        return statusMb("VmHWM:");
    }

    private Optional<Double> statusMb(String name) {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILO)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(status + " cannot be read", e);
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
