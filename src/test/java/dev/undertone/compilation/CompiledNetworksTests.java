package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept on disk, and when it is made again. */
final class CompiledNetworksTests {

    @TempDir
    private Path folder;

    @Test
    void whatIsThereAlreadyIsUsedAsItIs() throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        Path model = networks().modelOf(checkpoint, Arithmetic.INT8);
        Path mark = Files.writeString(model.resolveSibling("mark"), "goes when it is made again");

        assertThat(networks().modelOf(checkpoint, Arithmetic.INT8)).isEqualTo(model);
        assertThat(mark).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {GraphWriter.MODEL, GraphWriter.CONSTANTS, GraphWriter.NAMED, "sha256"})
    void whatIsDamagedIsMadeAgain(String file) throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        Path damaged = networks().modelOf(checkpoint, Arithmetic.INT8).resolveSibling(file);
        byte[] bytes = Files.readAllBytes(damaged);
        byte[] changed = Arrays.copyOf(bytes, bytes.length + 1);
        changed[changed.length / 2] ^= (byte) 0x80;
        Files.write(damaged, changed);

        networks().modelOf(checkpoint, Arithmetic.INT8);

        assertThat(Files.readAllBytes(damaged)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {GraphWriter.MODEL, GraphWriter.CONSTANTS, GraphWriter.NAMED, "sha256"})
    void whatIsMissingIsMadeAgain(String file) throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        Path missing = networks().modelOf(checkpoint, Arithmetic.FP32).resolveSibling(file);
        Files.delete(missing);

        networks().modelOf(checkpoint, Arithmetic.FP32);

        assertThat(missing).exists();
    }

    @Test
    void otherWeightsAndOtherArithmeticsAreOtherNetworks() {
        Checkpoint one = TinyCheckpoint.in(folder.resolve("one"), 1);
        Checkpoint other = TinyCheckpoint.in(folder.resolve("other"), 2);

        assertThat(Set.of(
                        networks().modelOf(one, Arithmetic.INT8),
                        networks().modelOf(one, Arithmetic.FP32),
                        networks().modelOf(other, Arithmetic.INT8)))
                .hasSize(3);
    }

    @Test
    void theSameWeightsUnderAnotherNameAreTheSameNetwork() {
        assertThat(networks().modelOf(TinyCheckpoint.in(folder.resolve("one"), 1), Arithmetic.INT8))
                .isEqualTo(networks().modelOf(TinyCheckpoint.in(folder.resolve("other"), 1), Arithmetic.INT8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyAtOnceGetTheSameAndLeaveNothingUnfinished(boolean damaged) throws Exception {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        if (damaged) {
            Files.writeString(networks().modelOf(checkpoint, Arithmetic.INT8), "half of it");
        }
        ExecutorService others = Executors.newFixedThreadPool(4);
        try {
            Callable<Path> compile = () -> networks().modelOf(checkpoint, Arithmetic.INT8);
            Set<Path> models = new HashSet<>();
            for (Future<Path> model : others.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> compile).toList())) {
                models.add(model.get());
            }
            assertThat(models).hasSize(1);
        } finally {
            others.shutdown();
        }
        assertThat(compiled()).hasSize(1).allMatch(name -> name.contains("-int8-"));
    }

    @Test
    void weightsThatChangeWhileTheyAreCompiledAreNotTakenForTheOldOnes() throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"), 1);
        CompiledNetworks interrupted = new CompiledNetworks(folder.resolve("compiled"), (old, arithmetic, into) -> {
            TinyCheckpoint.in(folder.resolve("one"), 2);
            CheckpointCompiler.compile(checkpoint, arithmetic, into);
        });

        assertThatThrownBy(() -> interrupted.modelOf(checkpoint, Arithmetic.INT8))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("changed while it was compiled");
        assertThat(compiled()).isEmpty();
    }

    @Test
    void onlyTheLatestAreKept() throws IOException {
        List<Path> models = new ArrayList<>();
        for (int seed = 0; seed < 9; seed++) {
            models.add(networks().modelOf(TinyCheckpoint.in(folder.resolve("c" + seed), seed), Arithmetic.INT8));
            Path used = models.get(seed).resolveSibling("used");
            age(used, Files.getLastModifiedTime(used), Duration.ofMinutes(60 - seed));
        }

        assertThat(compiled()).hasSize(6);
        assertThat(models.subList(0, 3)).noneMatch(Files::exists);
    }

    @Test
    void whatElseLiesInTheFolderStays() throws IOException {
        Path compiled = Files.createDirectories(folder.resolve("compiled"));
        Files.writeString(compiled.resolve("undertone.mv.db"), "accounts");
        Files.createDirectories(compiled.resolve("uploads/today"));
        Files.createDirectories(compiled.resolve("0123456789abcdef0123456789abcdef-int8-2-kept"));
        Set<String> others = compiled();

        for (int seed = 0; seed < 9; seed++) {
            networks().modelOf(TinyCheckpoint.in(folder.resolve("c" + seed), seed), Arithmetic.INT8);
        }

        assertThat(compiled()).hasSize(others.size() + 6).containsAll(others);
        assertThat(compiled.resolve("uploads/today")).isDirectory();
    }

    @Test
    void whatAKilledProcessLeftGoesAfterADayAndWhatIsBeingMadeStays() throws IOException {
        Path one = networks().modelOf(TinyCheckpoint.in(folder.resolve("one")), Arithmetic.INT8);
        Path left = Files.createDirectories(folder.resolve("compiled/.compiling-1"));
        Files.writeString(left.resolve(GraphWriter.MODEL), "half of it");
        Path inTheMaking = Files.createDirectories(folder.resolve("compiled/.compiling-2"));
        FileTime lastUse = Files.getLastModifiedTime(one.resolveSibling("used"));
        age(left, lastUse, Duration.ofHours(25));
        age(inTheMaking, lastUse, Duration.ofHours(23));

        networks().modelOf(TinyCheckpoint.in(folder.resolve("one")), Arithmetic.INT8);

        assertThat(left).doesNotExist();
        assertThat(inTheMaking).isDirectory();
    }

    private static void age(Path folder, FileTime now, Duration age) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(now.toInstant().minus(age)));
    }

    @Test
    void whatIsThereIsUsedWhereNothingCanBeWritten() throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        Path model = networks().modelOf(checkpoint, Arithmetic.FP32);
        Path used = model.resolveSibling("used");
        Files.delete(used);
        Files.createDirectory(used);

        assertThat(networks().modelOf(checkpoint, Arithmetic.FP32)).isEqualTo(model);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("compiled"), "no folder");
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));

        assertThatThrownBy(() -> networks().modelOf(checkpoint, Arithmetic.INT8))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining(folder.resolve("compiled").toString());
    }

    private Set<String> compiled() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("compiled"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private CompiledNetworks networks() {
        return new CompiledNetworks(folder.resolve("compiled"));
    }
}
