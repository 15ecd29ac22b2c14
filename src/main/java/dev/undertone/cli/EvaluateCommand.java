package dev.undertone.cli;

import dev.undertone.classification.Classification;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.training.HistoryFile;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.RepeatedTexts;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.HtmlReport;
import dev.undertone.training.evaluation.Prediction;
import dev.undertone.training.evaluation.ReportJson;
import dev.undertone.training.evaluation.ReportTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a checkpoint on labelled texts, through the same path that serves. */
@Command(
        name = "evaluate",
        description =
                "Measures a checkpoint: accuracy, loss, macro-F1, figures for each class, confusion, calibration.")
final class EvaluateCommand implements Callable<Integer> {

    private static final int CHUNK = 64;

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Labelled texts: text;label lines, CSV or JSONL, each also gzipped.")
    private List<Path> data = new ArrayList<>();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--json", description = "Prints one JSON object instead of tables.")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", description = "Also writes an HTML page with pictures.")
    private @Nullable Path report;

    EvaluateCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Dataset dataset = DatasetReader.read("evaluation", data);
        try (PooledClassifier classifier = model.classifier(settings.get())) {
            EvaluationReport evaluation = EvaluationReport.of(
                    classifier.model().checkpoint(),
                    classifier.model().precision().label(),
                    predictions(classifier, dataset));
            if (json) {
                spec.commandLine().getOut().println(ReportJson.line(evaluation));
            } else {
                spec.commandLine().getOut().print(ReportTable.text(evaluation));
                spec.commandLine().getOut().println();
                spec.commandLine().getOut().println(DataNotes.about(RepeatedTexts.across(List.of(dataset))));
            }
            if (report != null) {
                Path history = settings.get()
                        .store()
                        .open(classifier.model().checkpoint())
                        .folder()
                        .resolve("history.jsonl");
                Path page = HtmlReport.write(report, evaluation, new HistoryFile(history).read());
                spec.commandLine().getErr().println("The report is in " + page + ".");
            }
        }
        return 0;
    }

    private List<Prediction> predictions(PooledClassifier classifier, Dataset dataset) {
        List<Prediction> predictions = new ArrayList<>(dataset.size());
        try (Progress progress = Progress.on(spec.commandLine().getErr(), "evaluate")) {
            for (int start = 0; start < dataset.size(); start += CHUNK) {
                List<Example> chunk = dataset.examples().subList(start, Math.min(dataset.size(), start + CHUNK));
                List<Classification> classifications = classifier
                        .forBulk()
                        .classify(chunk.stream().map(Example::text).toList(), Explanation.NONE);
                for (int i = 0; i < chunk.size(); i++) {
                    predictions.add(
                            new Prediction(chunk.get(i), classifications.get(i).scores()));
                }
                progress.at(predictions.size(), dataset.size(), "");
            }
        }
        return predictions;
    }
}
