package dev.undertone.cli;

import dev.undertone.classification.PooledClassifier;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.HistoryFile;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.DatasetReader;
import dev.undertone.training.data.RepeatedTexts;
import dev.undertone.training.evaluation.Draws;
import dev.undertone.training.evaluation.Examination;
import dev.undertone.training.evaluation.HtmlReport;
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

    @Mixin
    private SeedOptions seeds = new SeedOptions();

    @Mixin
    private ExaminationOptions examination = new ExaminationOptions();

    @Option(names = "--json", description = "Prints one JSON object instead of tables.")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", description = "Also writes an HTML page with pictures.")
    private @Nullable Path report;

    EvaluateCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (seeds.given()) {
            requireNothingOfOneCheckpoint();
            tell(draws());
        } else {
            tellOfOne(DatasetReader.read("evaluation", data));
        }
        return 0;
    }

    private void tellOfOne(Dataset dataset) {
        try (PooledClassifier classifier = model.classifier(settings.get())) {
            Examination examined = examine(classifier, dataset);
            if (json) {
                spec.commandLine().getOut().println(ReportJson.line(examined));
            } else {
                spec.commandLine().getOut().print(ReportTable.text(examined));
                spec.commandLine().getOut().println();
                spec.commandLine().getOut().println(DataNotes.about(RepeatedTexts.across(List.of(dataset))));
            }
            if (report != null) {
                Path history = settings.get()
                        .store()
                        .open(classifier.model().checkpoint())
                        .folder()
                        .resolve("history.jsonl");
                Path page = HtmlReport.write(report, examined.report(), new HistoryFile(history).read());
                spec.commandLine().getErr().println("The report is in " + page + ".");
            }
        }
    }

    private void requireNothingOfOneCheckpoint() {
        for (String other : List.of("--checkpoint", "--report", "--perturb", "--neutral")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
                throw new OneLineErrors.WrongUsage("--seeds and " + other + ": give one of them");
            }
        }
    }

    private Draws draws() {
        List<Checkpoint> checkpoints = seeds.open(settings.get());
        Dataset dataset = DatasetReader.read("evaluation", data);
        return SeedOptions.measure(checkpoints, checkpoint -> {
            try (PooledClassifier classifier = model.classifier(settings.get(), checkpoint)) {
                return examine(classifier, dataset).report();
            }
        });
    }

    private void tell(Draws draws) {
        if (json) {
            spec.commandLine().getOut().println(ReportJson.line(draws));
        } else {
            spec.commandLine().getOut().print(ReportTable.text(draws));
        }
    }

    private Examination examine(PooledClassifier classifier, Dataset dataset) {
        try (Progress progress = Progress.on(spec.commandLine().getErr(), "evaluate")) {
            return examination.examine(classifier, progress, dataset);
        }
    }
}
