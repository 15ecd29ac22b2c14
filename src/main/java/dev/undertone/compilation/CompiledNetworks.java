package dev.undertone.compilation;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of compiled networks, one folder each, made when they are first asked for.
 *
 * <p>What is found there is used only if its digests hold; otherwise it is made again. Several processes may share the
 * folder: each writes into a folder of its own and then gives it the common name, and the first to do so wins. Whatever
 * else lies in the folder is left alone.
 */
public final class CompiledNetworks {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledNetworks.class);

    /** Enough for both arithmetics of the checkpoint that answers, and of some that did before. */
    private static final int KEPT = 6;

    /** What a process that was killed left behind; no compilation takes as long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final String PREFIX = ".compiling-";
    private static final Pattern UNFINISHED = Pattern.compile(Pattern.quote(PREFIX) + "\\d+");
    private static final int FINGERPRINT_DIGITS = 32;
    private static final Pattern FINISHED = Pattern.compile("[0-9a-f]{" + FINGERPRINT_DIGITS + "}-("
            + Arrays.stream(Arithmetic.values()).map(Arithmetic::label).collect(Collectors.joining("|"))
            + ")-\\d+");

    /** Written whenever a network is asked for, so that its time says when that was last. */
    private static final String USED = "used";

    private final Path root;
    private final Compilation compilation;

    /** Uses this folder, which need not exist yet. */
    public CompiledNetworks(Path root) {
        this(root, CheckpointCompiler::compile);
    }

    CompiledNetworks(Path root, Compilation compilation) {
        this.root = root;
        this.compilation = compilation;
    }

    /**
     * The ONNX model of a checkpoint, compiled now if need be; the large constants stand beside it.
     *
     * @throws CheckpointRefused if it is neither there and readable nor can be written
     */
    public Path modelOf(Checkpoint checkpoint, Arithmetic arithmetic) {
        Path folder = root.resolve(name(checkpoint, arithmetic));
        try {
            Files.createDirectories(root);
            boolean there = Files.exists(folder);
            if (!Digests.hold(folder)) {
                if (there) {
                    putAway(folder);
                }
                make(checkpoint, arithmetic, folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CheckpointRefused(folder, "the compiled network can be neither read nor written: " + e, e);
        }
        tidy(folder);
        return folder.resolve(GraphWriter.MODEL);
    }

    /** What is there may be used by whoever may read it; tidying up is for those who may write. */
    private void tidy(Path folder) {
        try {
            Files.write(folder.resolve(USED), new byte[0]);
            forgetOthers(folder);
            forgetAbandoned(Files.getLastModifiedTime(folder.resolve(USED)));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Compiled networks that nobody uses stay in {}: {}", root, e.toString());
        }
    }

    private static String name(Checkpoint checkpoint, Arithmetic arithmetic) {
        return checkpoint.fingerprint().substring(0, FINGERPRINT_DIGITS) + "-" + arithmetic.label() + "-"
                + CheckpointCompiler.VERSION;
    }

    private void make(Checkpoint checkpoint, Arithmetic arithmetic, Path folder) throws IOException {
        Path unfinished = Files.createTempDirectory(root, PREFIX);
        try {
            compilation.write(checkpoint, arithmetic, unfinished);
            Digests.write(unfinished);
            Files.write(unfinished.resolve(USED), new byte[0]);
            requireUnchanged(checkpoint, arithmetic, folder);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process may have been first.
            if (!Digests.hold(folder)) {
                throw e;
            }
        } finally {
            delete(unfinished);
        }
    }

    /** Whoever replaced the weights meanwhile would find them compiled under the name of what was there before. */
    private void requireUnchanged(Checkpoint checkpoint, Arithmetic arithmetic, Path folder) {
        if (!folder.equals(root.resolve(name(checkpoint, arithmetic)))) {
            throw new CheckpointRefused(
                    checkpoint.folder(), "its files were changed while it was compiled: try again once they are whole");
        }
    }

    /**
     * Takes what is damaged out of the way under a name of its own, so that nobody deletes what another process makes
     * in its place.
     */
    private void putAway(Path folder) throws IOException {
        Path damaged = Files.createTempDirectory(root, PREFIX);
        try {
            Files.move(folder, damaged.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            LOG.debug("Another process was the first to put {} away", folder, gone);
        } finally {
            delete(damaged);
        }
    }

    /** Keeps the networks used last; one that is open elsewhere goes on being readable there. */
    private void forgetOthers(Path used) throws IOException {
        List<Path> oldestLast = folders(FINISHED.asMatchPredicate()).stream()
                .filter(folder -> !folder.equals(used))
                .sorted(Comparator.comparing(CompiledNetworks::lastUse).reversed())
                .toList();
        for (Path folder : oldestLast.subList(Math.min(KEPT - 1, oldestLast.size()), oldestLast.size())) {
            delete(folder);
        }
    }

    /** Both times come from the file system, so that they can be compared. */
    private void forgetAbandoned(FileTime now) throws IOException {
        for (Path folder : folders(UNFINISHED.asMatchPredicate())) {
            if (Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(now.toInstant().minus(ABANDONED))) {
                delete(folder);
            }
        }
    }

    private List<Path> folders(Predicate<String> ours) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> ours.test(String.valueOf(entry.getFileName())))
                    .toList();
        }
    }

    private static FileTime lastUse(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(USED));
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    /** Writes a compiled checkpoint. */
    @FunctionalInterface
    interface Compilation {

        void write(Checkpoint checkpoint, Arithmetic arithmetic, Path folder) throws IOException;
    }
}
