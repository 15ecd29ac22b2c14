package dev.undertone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.distilbert.TinyCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What outlives the processes of a service: its folder, its checkpoint, its database. */
final class Premises {

    private final Path folder;
    private final List<String> program;
    private final List<String> settings;

    private Premises(Path folder, List<String> program, List<String> settings) {
        this.folder = folder;
        this.program = program;
        this.settings = List.copyOf(settings);
    }

    /** The program has the heap that it would have in 1.5 GB of memory. */
    private Premises(Path folder, Path checkpoints, List<String> database) {
        this(
                folder,
                JavaLine.of("dev.undertone.Undertone", "-Xms600m", "-Xmx600m", "-Dai.djl.pytorch.num_threads=1"),
                settings(folder, checkpoints, database));
    }

    private static List<String> settings(Path folder, Path checkpoints, List<String> database) {
        List<String> all = new ArrayList<>(database);
        all.add("--undertone.modelstore.path=" + checkpoints.toAbsolutePath());
        all.add("--undertone.data-dir=" + folder.resolve("data"));
        return all;
    }

    /** With the embedded database, at its default URL. */
    static Premises onH2(Path folder) {
        return new Premises(folder, tinyCheckpoint(folder), List.of());
    }

    /** The same with the checkpoint that is shipped, for what depends on how long it reads. */
    static Premises onH2WithShippedCheckpoint(Path folder) {
        return new Premises(folder, Path.of("model-store"), List.of());
    }

    private static Path tinyCheckpoint(Path folder) {
        Path checkpoints = folder.resolve("checkpoints");
        TinyCheckpoint.in(checkpoints.resolve("tiny"));
        return checkpoints;
    }

    static Premises onPostgres(Path folder, String url) {
        return new Premises(
                folder,
                tinyCheckpoint(folder),
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password="));
    }

    /** The same with the program from a jar instead of the class path of the tests. */
    Premises withJar(Path jar) {
        return new Premises(folder, JavaLine.ofJar(jar), settings);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Opens the service with these settings besides. */
    ServiceProcess open(String... more) {
        return openIn(List.of(), more);
    }

    /** Opens the service in a shell that first does this. */
    ServiceProcess openAfter(String shell, String... more) {
        return openIn(List.of("bash", "-c", shell + "; exec \"$@\"", "bash"), more);
    }

    private ServiceProcess openIn(List<String> wrapper, String... more) {
        List<String> line = new ArrayList<>(wrapper);
        line.addAll(program);
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return ServiceProcess.start(folder, line, all);
    }

    /** Makes an API key while the service is closed, and gives what callers send. */
    String newKey(String name, String scopes) {
        return run("api-key", "create", "--name", name, "--scope", scopes)
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** Runs a command while the service is closed, and gives what it said. */
    String run(String... command) {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of(command));
        line.addAll(settings);
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
