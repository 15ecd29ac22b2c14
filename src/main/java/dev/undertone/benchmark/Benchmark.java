package dev.undertone.benchmark;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.DjlPeer;
import dev.undertone.benchmark.contestant.OnnxRuntimePeer;
import dev.undertone.benchmark.contestant.Sample;
import dev.undertone.benchmark.contestant.Undertone;
import dev.undertone.benchmark.service.ServiceBench;
import dev.undertone.benchmark.service.ServiceFigures;
import dev.undertone.benchmark.workload.SampleTexts;
import dev.undertone.benchmark.workload.Workload;
import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.ServedModel.Precision;
import dev.undertone.compilation.Arithmetic;
import dev.undertone.compilation.CompiledNetworks;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.modelstore.Checkpoint;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Measures a checkpoint with everyone side by side in one process. */
public final class Benchmark {

    /** As many as the lengths of the real mix need to be spread evenly. */
    private static final int MIX = 2000;

    private static final int ASKED_OVER_HTTP = 500;

    /** Java compiles what runs often: ours reads its first five thousand texts slower than those after them. */
    private static final int WARM_UP_SLOTS = 20;

    private static final int WARM_UP_TEXTS = 256;
    /** Enough to fill a few of the largest batches that are tried. */
    private static final int TRIAL_TEXTS = 128;

    /** The one workload that starts the service, with the active checkpoint. */
    public static final String HTTP = "http";

    private final Checkpoint checkpoint;
    private final ClassificationSettings settings;
    private final BenchPlan plan;
    private final Path folder;
    private final int cores = Runtime.getRuntime().availableProcessors();

    /**
     * Takes what is measured.
     *
     * @param settings as the service has them; the cache is left out
     * @param folder an empty folder for the files of the contestants
     */
    public Benchmark(Checkpoint checkpoint, ClassificationSettings settings, BenchPlan plan, Path folder) {
        this.checkpoint = checkpoint;
        this.settings = settings.withoutCache();
        this.plan = plan;
        this.folder = folder;
    }

    /** Names of what can be measured, in the order in which it is. */
    public static List<String> workloads() {
        return Workloads.names();
    }

    /** Runs it; with peers it takes about half an hour on two cores. */
    public BenchReport run(Consumer<String> progress) {
        Map<String, Object> machine = Machine.describe();
        List<Row> rows = new ArrayList<>();
        Optional<ServiceFigures> service = Optional.empty();
        Optional<String> failure = Optional.empty();
        List<Contestant> contestants = new ArrayList<>();
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson())) {
            SampleTexts texts = new SampleTexts(tokenizer, checkpoint.config().maxPositions(), plan.seed());
            List<Sample> mix = plan.texts().isEmpty() ? texts.madeUp(MIX) : texts.of(plan.texts());
            if (mix.isEmpty()) {
                throw new IllegalArgumentException("no text of --data fits into the network at once");
            }
            contestants(contestants, progress);
            List<Sample> often = mix.subList(0, Math.min(WARM_UP_TEXTS, mix.size()));
            contestants.forEach(one -> warmUp(one, often, progress));
            List<Sample> some = mix.subList(0, Math.min(TRIAL_TEXTS, mix.size()));
            contestants.forEach(one -> one.settle(some));
            Contest contest = new Contest(contestants, plan.rounds(), new Random(plan.seed()));
            for (Workload workload :
                    Workloads.of(plan, mix, texts, checkpoint.config().maxPositions())) {
                rows.addAll(contest.hold(workload, progress));
            }
            if (plan.workloads().contains(HTTP)) {
                try {
                    service = Optional.of(service(contestants.get(0), mix, texts.ofTokens(20), progress));
                } catch (IllegalStateException | UncheckedIOException | CompletionException notMeasured) {
                    // What was measured before has taken half an hour.
                    failure = Optional.of(String.valueOf(notMeasured.getMessage()));
                }
                service.ifPresent(figures -> rows.add(row(figures)));
            }
        } finally {
            contestants.forEach(Contestant::close);
        }
        return new BenchReport(machine, rows, service, failure);
    }

    private void contestants(List<Contestant> entered, Consumer<String> progress) {
        progress.accept("loading");
        for (Precision precision : List.of(Precision.INT8, Precision.FP32)) {
            entered.add(new Undertone(checkpoint, settings.withPrecision(precision), cores));
        }
        if (plan.peers()) {
            entered.add(DjlPeer.byDefault(checkpoint, folder.resolve("djl-default"), cores));
            entered.add(DjlPeer.inBatches(checkpoint, folder.resolve("djl-batches"), cores));
            for (Arithmetic arithmetic : List.of(Arithmetic.FP32, Arithmetic.INT8)) {
                entered.add(new OnnxRuntimePeer(
                        checkpoint, arithmetic, folder.resolve("ort-" + arithmetic.label()), cores));
            }
        }
    }

    private void warmUp(Contestant one, List<Sample> samples, Consumer<String> progress) {
        progress.accept("warming up " + one.system());
        long enough = plan.slot().multipliedBy(WARM_UP_SLOTS).toNanos();
        long start = System.nanoTime();
        while (System.nanoTime() - start < enough) {
            one.answerAll(samples);
        }
    }

    private ServiceFigures service(Contestant inProcess, List<Sample> mix, Sample ofTwenty, Consumer<String> progress) {
        Path compiled = new CompiledNetworks(settings.compiled()).modelOf(checkpoint, Arithmetic.INT8);
        return new ServiceBench(
                        inProcess,
                        mix.subList(0, Math.min(ASKED_OVER_HTTP, mix.size())),
                        ofTwenty,
                        plan.slot(),
                        progress)
                .measure(
                        List.of(
                                "--undertone.data-dir=" + folder.resolve("service"),
                                // Not the database that the environment may name, which holds somebody's work.
                                "--spring.datasource.url=jdbc:h2:file:${undertone.data-dir}/./undertone;WRITE_DELAY=0",
                                "--spring.datasource.username=sa",
                                "--spring.datasource.password=",
                                "--undertone.modelstore.path="
                                        + checkpoint.folder().toAbsolutePath().getParent(),
                                "--undertone.classification.compiled="
                                        + settings.compiled().toAbsolutePath(),
                                "--undertone.classification.precision=int8",
                                "--undertone.classification.workers=" + settings.workers(),
                                "--undertone.classification.batch-texts=" + settings.batchTexts(),
                                "--undertone.classification.batch-tokens=" + settings.batchTokens(),
                                "--undertone.demo.enabled=true",
                                "--undertone.classification.cache-texts=0",
                                "--undertone.demo.rate-limit.requests-per-minute=10000000",
                                "--undertone.demo.rate-limit.burst=10000000"),
                        Objects.requireNonNull(compiled.getParent()),
                        checkpoint.folder());
    }

    private static Row row(ServiceFigures figures) {
        return new Row(
                HTTP,
                "undertone-int8",
                figures.highestRate(),
                figures.highestRate(),
                figures.highestRate(),
                figures.p50Ms(),
                figures.p95Ms(),
                figures.p99Ms());
    }
}
