package dev.undertone.compilation;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.modelstore.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    /** Uses this folder, which need not exist yet. */
    public CompiledNetworks(Path root) {
        this.root = root;
    }

    /**
     * The ONNX model of a checkpoint, compiled now if need be; the large constants stand beside it.
     *
     * @throws CompilationFailed if it is neither there and readable nor can be written
     */
    public Path modelOf(Checkpoint checkpoint, Arithmetic arithmetic) {
        Path folder = root.resolve(name(checkpoint, arithmetic));
        try {
            Files.createDirectories(root);
            if (!Digests.hold(folder)) {
                delete(folder);
                make(checkpoint, arithmetic, folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CompilationFailed(folder, e);
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
            CheckpointCompiler.compile(checkpoint, arithmetic, unfinished);
            Digests.write(unfinished);
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

    /** A compiled network is not there and cannot be made. */
    public static final class CompilationFailed extends RuntimeException {
        CompilationFailed(Path folder, Exception cause) {
            super("the compiled network " + folder + " can be neither read nor written: " + cause, cause);
        }
    }
}
