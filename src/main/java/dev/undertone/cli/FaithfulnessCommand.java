package dev.undertone.cli;

import dev.undertone.classification.PooledClassifier;
import dev.undertone.classification.explanation.Faithfulness;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.data.Example;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures whether explanations name the words that count. */
@Command(
        name = "faithfulness",
        description = "Removes the words that explanations name, and as many random ones: how far does the score fall?")
final class FaithfulnessCommand implements Callable<Integer> {

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
            defaultValue = "200",
            description = "How many texts to draw, ${DEFAULT-VALUE}.")
    private int texts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Decides which texts and which random words, ${DEFAULT-VALUE}.")
    private long seed;

    FaithfulnessCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        List<Example> examples =
                new ArrayList<>(DatasetReader.read("faithfulness", data).examples());
        Collections.shuffle(examples, new Random(seed));
        List<String> drawn = examples.stream().limit(texts).map(Example::text).toList();
        try (PooledClassifier classifier = model.classifier(settings.get())) {
            print(classifier.faithfulness(drawn, seed));
        }
        return 0;
    }

    private void print(Faithfulness faithfulness) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Fall of the winner's probability, mean ± standard error:");
        out.println("removed  texts  words named      random words     difference");
        for (Faithfulness.Row row : faithfulness.rows()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%7d  %5d  %s  %s  %s",
                    row.k(),
                    row.texts(),
                    figure(row.top()),
                    figure(row.random()),
                    figure(row.difference())));
        }
    }

    private static String figure(Faithfulness.Mean mean) {
        return String.format(Locale.ROOT, "%6.3f ± %5.3f", mean.value(), mean.standardError());
    }
}
