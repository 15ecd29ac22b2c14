package dev.undertone.cli;

import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.data.Example;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Classifies for a long time and watches the memory of this process. */
@Command(
        name = "soak",
        description =
                "Classifies many texts and prints time and resident memory; fails if memory keeps growing (Linux).")
final class SoakCommand implements Callable<Integer> {

    private static final int CHUNK = 50;
    private static final int READINGS = 10;
    /** What heap and caches may still grow by after the first tenth of the texts. */
    private static final double ALLOWED_GROWTH = 1.10;

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "FILE", required = true, arity = "1..*", description = "Labelled texts.")
    private List<Path> data = new ArrayList<>();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--texts",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many to classify, in turn, ${DEFAULT-VALUE}.")
    private int texts;

    SoakCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (texts < READINGS * CHUNK) {
            throw new OneLineErrors.WrongUsage(
                    "--texts is " + texts + ", expected at least " + READINGS * CHUNK + ", for memory to be compared");
        }
        List<String> all = DatasetReader.read("soak", data).examples().stream()
                .map(Example::text)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        long first = 0;
        long last = 0;
        try (PooledClassifier classifier = model.classifierWithoutCache(settings.get())) {
            int part = Math.max(CHUNK, texts / READINGS);
            long start = System.nanoTime();
            for (int done = 0; done < texts; done += CHUNK) {
                List<String> chunk = new ArrayList<>(CHUNK);
                for (int i = 0; i < CHUNK; i++) {
                    chunk.add(all.get((done + i) % all.size()));
                }
                classifier.forBulk().classify(chunk, Explanation.NONE);
                int reached = done + CHUNK;
                if (reached / part > done / part) {
                    last = residentKilobytes();
                    first = first == 0 ? last : first;
                    double seconds = (System.nanoTime() - start) / 1e9;
                    out.println(String.format(
                            Locale.ROOT, "%,9d texts  %,9.1f s  %,7d MB resident", reached, seconds, last / 1024));
                    out.flush();
                }
            }
        }
        if (keepsGrowing(first, last)) {
            spec.commandLine()
                    .getErr()
                    .println("undertone: the resident memory grew from " + first / 1024 + " to " + last / 1024 + " MB");
            return 1;
        }
        return 0;
    }

    /** Whether the memory at the end is more than that after the first tenth and what may still be added to it. */
    static boolean keepsGrowing(long first, long last) {
        return last > first * ALLOWED_GROWTH;
    }

    private static long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the resident memory can be read on Linux only", e);
        }
    }
}
