package dev.undertone.drill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A PostgreSQL that stops, dies and comes back at the same address with the same data. */
final class StoppablePostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    StoppablePostgres(Path data) {
        this.data = data;
        this.server = start(0);
        this.port = server.getPort();
    }

    private EmbeddedPostgres start(int onPort) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // The embedded server is set to lose the last commits when it is killed; a real one is not.
                    .setServerConfig("synchronous_commit", "on")
                    .setPGStartupWait(PATIENCE);
            return (onPort == 0 ? builder : builder.setPort(onPort)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Stops it as an operator would. */
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills its first process as {@code kill -9} does; the others notice and end. */
    void kill() {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        java.util.List<ProcessHandle> workers = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !postmaster.isAlive() && workers.stream().noneMatch(ProcessHandle::isAlive));
        stop();
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again. */
    void start() {
        server = start(port);
    }

    @Override
    public void close() {
        stop();
    }
}
