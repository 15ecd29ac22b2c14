package dev.undertone.cli;

import dev.undertone.benchmark.BenchFiles;
import dev.undertone.benchmark.BenchPlan;
import dev.undertone.benchmark.BenchReport;
import dev.undertone.benchmark.Benchmark;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.data.Example;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast a checkpoint answers here. */
@Command(
        name = "bench",
        description = "Measures how fast a checkpoint answers, in turns with other ways to run the same network.")
final class BenchCommand implements Callable<Integer> {

    private static final long SEED = 42;

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final CheckpointOption checkpoint = new CheckpointOption();

    @Option(names = "--peers", description = "Also runs DJL's own translator and ONNX Runtime's plain graphs.")
    private boolean peers;

    @Option(names = "--json", description = "Prints one JSON object on the last line instead of a table.")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", description = "Also writes bench.json, bench.txt and bench.svg.")
    private @Nullable Path report;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Labelled texts for the real mix; made-up ones of such lengths if not given.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--workloads",
            paramLabel = "NAME",
            split = ",",
            description = "Only these: real-mix, tokens-8 to tokens-512, callers-1, callers-2, callers-4, callers-16,"
                    + " short-beside-long, http, bulk-100, bulk-1000, bulk-10000.")
    private Set<String> workloads = new LinkedHashSet<>();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often everyone has a turn, ${DEFAULT-VALUE}; once in bulk-10000.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "How long a turn lasts that is not over by itself, ${DEFAULT-VALUE}; longer with callers and to warm up.")
    private double seconds;

    BenchCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        Settings read = settings.get();
        Checkpoint meant = checkpoint.open(read);
        List<String> texts = data.isEmpty()
                ? List.of()
                : DatasetReader.read("bench", data).examples().stream()
                        .map(Example::text)
                        .toList();
        BenchPlan plan = OneLineErrors.given(() -> new BenchPlan(
                peers, wanted(read, meant), rounds, Duration.ofNanos(Math.round(seconds * 1e9)), texts, SEED));
        Path folder = Files.createTempDirectory("undertone-bench");
        BenchReport found;
        try {
            PrintWriter err = spec.commandLine().getErr();
            found = new Benchmark(meant, read.classification(), plan, folder).run(line -> {
                err.println(line);
                err.flush();
            });
            tell(found);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        found.failure().ifPresent(why -> {
            throw new IllegalStateException("http could not be measured: " + why);
        });
        return 0;
    }

    /** The service answers with the active checkpoint, so no other can be asked over HTTP. */
    private Set<String> wanted(Settings read, Checkpoint meant) {
        boolean active = read.store().active().filter(meant.id()::equals).isPresent();
        if (!active && workloads.contains(Benchmark.HTTP)) {
            throw new OneLineErrors.WrongUsage("http measures the active checkpoint, and " + meant.id()
                    + " is not: activate it, or leave http out");
        }
        Set<String> wanted = new LinkedHashSet<>(workloads.isEmpty() ? Benchmark.workloads() : workloads);
        if (!active) {
            wanted.remove(Benchmark.HTTP);
        }
        return wanted;
    }

    private void tell(BenchReport found) {
        if (report != null) {
            BenchFiles.write(report, found);
            spec.commandLine().getErr().println("The report is in " + report + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(BenchFiles.json(found));
        } else {
            out.print(BenchFiles.table(found));
        }
        out.flush();
    }
}
