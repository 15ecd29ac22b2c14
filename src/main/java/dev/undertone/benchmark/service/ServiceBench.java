package dev.undertone.benchmark.service;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import dev.undertone.benchmark.workload.Measurement.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts the service and asks it. */
public final class ServiceBench {

    private static final int TURNS = 300;
    /** So many of the slots until a service of this size no longer spends time on compiling itself. */
    private static final int WARM_UP_SLOTS = 24;

    private static final double LIMIT_MS = 50;
    private static final double FIRST_RATE = 10;
    private static final double STEP = 1.15;
    private static final int RATE_SLOTS = 5;
    private static final int MANY = 100_000;
    /** As many as the service takes in a request. */
    private static final int TOGETHER = 256;

    private static final Duration LOADING = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(20);
    /** The service gives back what starting took as soon as its model is there. */
    private static final Duration REST = Duration.ofSeconds(3);

    private final Contestant inProcess;
    private final List<Sample> mix;
    private final Sample ofTwenty;
    private final Duration slot;
    private final Consumer<String> progress;

    /**
     * What the service is asked, and what it is compared with.
     *
     * @param inProcess the same classifier in this process
     * @param ofTwenty a text of 20 tokens
     * @param slot a fifth of how long each rate lasts
     */
    public ServiceBench(
            Contestant inProcess, List<Sample> mix, Sample ofTwenty, Duration slot, Consumer<String> progress) {
        this.inProcess = inProcess;
        this.mix = List.copyOf(mix);
        this.ofTwenty = ofTwenty;
        this.slot = slot.multipliedBy(RATE_SLOTS);
        this.progress = progress;
    }

    /**
     * Measures it; takes a few minutes.
     *
     * @param settings as {@code --name=value}; a data directory of its own and no cache among them
     * @param compiled the folder of the compiled network
     * @param checkpoint the folder of the checkpoint
     */
    public ServiceFigures measure(List<String> settings, Path compiled, Path checkpoint) {
        progress.accept("http, starting the service");
        long start = System.nanoTime();
        try (RunningService service = RunningService.start(settings)) {
            ClassifyRequests one = ClassifyRequests.each(service.address(), List.of(ofTwenty));
            ClassifyRequests many = ClassifyRequests.each(service.address(), mix);
            awaitModel(one);
            double firstAnswer = (System.nanoTime() - start) / 1e9;
            Optional<Double> atStart = service.mostResidentMb();
            LockSupport.parkNanos(REST.toNanos());
            Optional<Double> atRest = service.residentMb();
            warmUp(many);
            Unloaded unloaded = unloaded(one);
            double cpuHttp = cpuOfRequests(service, many);
            double cpuInProcess = cpuInProcess();
            Load load = highest(many);
            int sent = sendMany(service.address());
            return new ServiceFigures(
                    firstAnswer,
                    atStart,
                    atRest,
                    service.residentMb(),
                    service.mostResidentMb(),
                    sent,
                    megabytes(compiled),
                    megabytes(checkpoint),
                    unloaded.request(),
                    unloaded.forward(),
                    cpuHttp,
                    cpuInProcess,
                    load.rate(),
                    load.waits().percentile(0.5),
                    load.waits().percentile(0.95),
                    load.waits().percentile(0.99));
        }
    }

    /** The service takes requests before it has loaded the model, and refuses them until then. */
    private static void awaitModel(ClassifyRequests requests) {
        long end = System.nanoTime() + LOADING.toNanos();
        while (!requests.ask(0).join()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the service has no model after " + LOADING.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void warmUp(ClassifyRequests requests) {
        progress.accept("http, warming up");
        long end = System.nanoTime() + slot.multipliedBy(WARM_UP_SLOTS).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            requests.wait(i);
        }
        cpuInProcess();
    }

    private Unloaded unloaded(ClassifyRequests requests) {
        progress.accept("http, one request at a time");
        long[] asked = new long[TURNS];
        long[] alone = new long[TURNS];
        for (int i = 0; i < TURNS; i++) {
            asked[i] = requests.wait(0);
            long start = System.nanoTime();
            inProcess.forward(ofTwenty);
            alone[i] = System.nanoTime() - start;
        }
        return new Unloaded(new Waits(asked).percentile(0.5), new Waits(alone).percentile(0.5));
    }

    private double cpuOfRequests(RunningService service, ClassifyRequests requests) {
        progress.accept("http, processor time of a request");
        double before = service.cpuMs();
        for (int i = 0; i < mix.size(); i++) {
            requests.wait(i);
        }
        return (service.cpuMs() - before) / mix.size();
    }

    private double cpuInProcess() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        mix.forEach(sample -> inProcess.answer(sample, 1));
        return (system.getProcessCpuTime() - before) / 1e6 / mix.size();
    }

    /** The last rate that was kept up with; of rate 0, the waits are those at the first. */
    private Load highest(ClassifyRequests requests) {
        Load best = new Load(0, new Waits(0));
        for (double rate = FIRST_RATE; ; rate *= STEP) {
            Waits waits = waitsAt(rate, requests);
            if (waits.percentile(0.99) > LIMIT_MS) {
                // At low rates one hiccup of the machine is one in a hundred already.
                waits = waitsAt(rate, requests);
            }
            if (waits.percentile(0.99) > LIMIT_MS) {
                return best.rate() == 0 ? new Load(0, waits) : best;
            }
            best = new Load(rate, waits);
        }
    }

    private Waits waitsAt(double rate, ClassifyRequests requests) {
        progress.accept("http, " + Math.round(rate) + " requests a second");
        return ArrivalRate.measure(rate, slot, requests::ask);
    }

    /** How many texts it sent, so many in a request: memory that is lost a little with each text shows after many. */
    private int sendMany(URI address) {
        List<Sample> texts = mix.subList(0, Math.min(TOGETHER, mix.size()));
        ClassifyRequests all = ClassifyRequests.together(address, texts);
        int count = (int) (MANY * Math.min(1, slot.toMillis() / 1000.0 / RATE_SLOTS));
        progress.accept("http, " + count + " texts, " + texts.size() + " in a request");
        int sent = 0;
        while (sent < count) {
            all.wait(0);
            sent += texts.size();
        }
        return sent;
    }

    private static double megabytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / (1024.0 * 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private record Unloaded(double request, double forward) {}

    private record Load(double rate, Waits waits) {}
}
