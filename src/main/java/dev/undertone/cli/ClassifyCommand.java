package dev.undertone.cli;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassificationBody;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.emotion.Emotion;
import dev.undertone.textfile.TextRow;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import dev.undertone.textfile.UnreadableFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Prints what the model reads in texts. */
@Command(
        name = "classify",
        description = "Prints label and six probabilities for texts from arguments, a file or standard input.")
final class ClassifyCommand implements Callable<Integer> {

    private static final int CHUNK = 256;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TextInput input = new TextInput();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--json",
            description = "Prints one JSON object a line, as in the results of POST /api/v1/classify.")
    private boolean json;

    @Option(names = "--explain", description = "Adds the words that moved the winning score (with --json).")
    private boolean explain;

    private boolean allGood = true;

    ClassifyCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (explain && !json) {
            throw new OneLineErrors.WrongUsage("--explain: give --json as well, which is where the words are printed");
        }
        try (TextInput.Rows rows = input.open();
                PooledClassifier classifier = model.classifier(settings.get())) {
            List<GoodRow> chunk = new ArrayList<>();
            EmotionClassifier reader = classifier.forBulk();
            try {
                while (rows.hasNext()) {
                    take(rows.next(), rows, chunk);
                    // A person who types wants an answer to every line.
                    if (chunk.size() == CHUNK || rows.interactive()) {
                        print(reader, chunk);
                    }
                }
            } catch (UnreadableFile e) {
                // What was read before is still answered.
                print(reader, chunk);
                throw e;
            }
            print(reader, chunk);
        }
        return allGood ? 0 : 1;
    }

    private void take(TextRow row, TextInput.Rows rows, List<GoodRow> chunk) {
        if (row instanceof GoodRow good) {
            chunk.add(good);
        } else if (row instanceof BadRow bad) {
            allGood = false;
            spec.commandLine().getErr().println("undertone: " + rows.fact(bad));
        }
    }

    private void print(EmotionClassifier classifier, List<GoodRow> chunk) {
        if (chunk.isEmpty()) {
            return;
        }
        List<Classification> classifications = classifier.classify(
                chunk.stream().map(GoodRow::text).toList(), explain ? Explanation.WORDS : Explanation.NONE);
        PrintWriter writer = spec.commandLine().getOut();
        classifications.forEach(
                classification -> writer.println(json ? jsonLine(classification) : line(classification)));
        writer.flush();
        chunk.clear();
    }

    private String jsonLine(Classification classification) {
        return JSON.writeValueAsString(
                explain
                        ? ClassificationBody.withWords(classification)
                        : ClassificationBody.withoutWords(classification));
    }

    private static String line(Classification classification) {
        return String.format(Locale.ROOT, "%-10s", classification.emotion().label())
                + Emotion.inOrder().stream()
                        .map(emotion -> String.format(
                                Locale.ROOT,
                                "%s %.4f",
                                emotion.label(),
                                classification.scores().of(emotion)))
                        .collect(Collectors.joining("  "));
    }
}
