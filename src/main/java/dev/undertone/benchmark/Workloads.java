package dev.undertone.benchmark;

import dev.undertone.benchmark.contestant.Sample;
import dev.undertone.benchmark.workload.AllAtOnce;
import dev.undertone.benchmark.workload.Callers;
import dev.undertone.benchmark.workload.ForwardPass;
import dev.undertone.benchmark.workload.SampleTexts;
import dev.undertone.benchmark.workload.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Everything that can be measured, by name. */
final class Workloads {

    static final String REAL_MIX = "real-mix";
    /** One text in twenty has as many tokens as the network takes; the waits are those for the others. */
    static final String SHORT_BESIDE_LONG = "short-beside-long";

    private static final List<Integer> TOKENS = List.of(8, 16, 32, 64, 128, 256, 512);
    private static final List<Integer> CALLERS = List.of(1, 2, 4, 16);
    private static final int AT_ONCE = 256;
    /** These show whether what a text costs depends on how many there are. */
    private static final List<Integer> IN_BULK = List.of(100, 1_000, 10_000);

    private static final int ONCE_FROM = 10_000;
    private static final int CALLERS_SLOTS = 2;
    /** So that there are some hundred waits to take the highest hundredth of. */
    private static final int LONG_SLOTS = 6;

    private Workloads() {}

    /** The names, in the order in which they are run. */
    static List<String> names() {
        return Stream.of(
                        Stream.of(REAL_MIX),
                        TOKENS.stream().map(count -> "tokens-" + count),
                        CALLERS.stream().map(count -> "callers-" + count),
                        Stream.of(SHORT_BESIDE_LONG, Benchmark.HTTP),
                        IN_BULK.stream().map(count -> "bulk-" + count))
                .flatMap(names -> names)
                .toList();
    }

    /** Those that contestants do; HTTP is a matter of the service. */
    static List<Workload> of(BenchPlan plan, List<Sample> mix, SampleTexts texts, int longest) {
        List<Workload> all = new ArrayList<>();
        all.add(new AllAtOnce(REAL_MIX, mix, AT_ONCE, false));
        TOKENS.stream()
                .filter(count -> count <= longest)
                .forEach(count -> all.add(new ForwardPass(texts.ofTokens(count), plan.slot())));
        List<Sample> shuffled = new ArrayList<>(mix);
        Collections.shuffle(shuffled, new Random(plan.seed()));
        CALLERS.forEach(count -> all.add(new Callers(
                "callers-" + count, count, shuffled, sample -> true, plan.slot().multipliedBy(CALLERS_SLOTS))));
        all.add(new Callers(
                SHORT_BESIDE_LONG,
                4,
                texts.mostlyShort(400),
                sample -> sample.tokens() < longest,
                plan.slot().multipliedBy(LONG_SLOTS)));
        IN_BULK.forEach(count -> all.add(new AllAtOnce("bulk-" + count, mix, count, count >= ONCE_FROM)));
        return all.stream().filter(one -> plan.workloads().contains(one.name())).toList();
    }

    static String inWords(String workload) {
        if (workload.startsWith("tokens-")) {
            return "one text of " + workload.substring("tokens-".length()) + " tokens, network alone";
        }
        if (workload.startsWith("callers-")) {
            String count = workload.substring("callers-".length());
            return count + (count.equals("1") ? " caller" : " callers") + ", real mix of lengths";
        }
        return workload.equals(REAL_MIX) ? AT_ONCE + " texts at once, real mix of lengths" : workload;
    }
}
