package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFormat;
import dev.undertone.training.Evaluator;
import dev.undertone.training.FineTuning;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.FinishedRun;
import dev.undertone.training.evaluation.FinishedRun.Figures;
import dev.undertone.training.evaluation.ModelCard;
import dev.undertone.training.evaluation.ModelCardFacts;
import dev.undertone.training.evaluation.ModelCardFacts.Origin;
import dev.undertone.training.evaluation.ModelCardFacts.Recipe;
import dev.undertone.training.evaluation.ReportJson;
import dev.undertone.training.evaluation.RunLog;
import dev.undertone.training.evaluation.Supplements;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Saves the best weights of a training with a card that is made from what the saved weights score. */
final class TrainedCheckpoint {

    private final ModelStore store;
    private final CheckpointId id;
    private final Map<String, String> options;
    private final String command;
    private final String dataName;
    private final RunLog runs;

    TrainedCheckpoint(
            ModelStore store,
            CheckpointId id,
            Map<String, String> options,
            String command,
            String dataName,
            RunLog runs) {
        this.store = store;
        this.id = id;
        this.options = options;
        this.command = command;
        this.dataName = dataName;
        this.runs = runs;
    }

    /**
     * Saves, evaluates what was saved, and writes the card; the answer is for people. What was saved before the process
     * was killed is not saved again.
     */
    List<String> save(FineTuning training, Checkpoint base, Dataset train, Dataset validation, int batchSize) {
        if (store.find(id).isEmpty()) {
            try (Weights best = training.openBest()) {
                store.save(id, base, best, WeightsFormat.SHIPPED);
            }
        }
        EvaluationReport report =
                EvaluationReport.of(id, "fp32", Evaluator.predictions(store.open(id), validation, batchSize));
        runs.append(new FinishedRun(id.value(), command, seed(), FinishedRun.SAVED, Optional.of(Figures.of(report))));
        RecipeFile recipe = new RecipeFile(base.id().value(), options, Versions.ofFrameworks(), command);
        String card = ModelCard.markdown(new ModelCardFacts(
                new Origin("other", base.id().value(), dataName),
                train,
                validation,
                new Recipe(options, training.history(), recipe.versions(), command),
                report,
                Optional.empty(),
                Supplements.of(runs.read())));
        store.addTexts(
                id,
                Map.of(
                        "README.md",
                        card,
                        "evaluation.json",
                        ReportJson.line(report) + "\n",
                        "history.jsonl",
                        training.historyLines(),
                        RecipeFile.NAME,
                        recipe.json()));
        return List.of(String.format(
                Locale.ROOT,
                "Saved %s: validation accuracy %.4f, loss %.4f, macro-F1 %.4f.",
                id,
                report.accuracy(),
                report.loss(),
                report.confusion().macroF1()));
    }

    private long seed() {
        return Long.parseLong(options.getOrDefault("seed", "0"));
    }
}
