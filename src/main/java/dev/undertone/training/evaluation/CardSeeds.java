package dev.undertone.training.evaluation;

import dev.undertone.training.evaluation.Draws.Draw;
import dev.undertone.training.evaluation.FinishedRun.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The section of a model card that tells luck from skill: draws of one recipe that differ in nothing but the seed. A
 * mean of several checkpoints has no seed; its card tells of the recipe among its parts that was followed most often.
 */
final class CardSeeds {

    private CardSeeds() {}

    /**
     * Those that were measured for this card, or what the trainings themselves noted; nothing if there was only one.
     */
    static String of(ModelCardFacts facts) {
        return facts.supplements()
                .seeds()
                .map(draws -> section(
                        facts,
                        String.format(
                                Locale.ROOT,
                                "On the same %s texts in %s. %s",
                                ReportRows.count(draws.examples()),
                                draws.precision(),
                                draws.calibration()),
                        draws))
                .or(() -> logged(facts))
                .orElse("");
    }

    private static Optional<String> logged(ModelCardFacts facts) {
        List<FinishedRun> all = facts.supplements().runs();
        List<FinishedRun> lineage =
                Lineage.of(facts.evaluation().checkpoint().value(), all).runs();
        boolean mean = facts.recipe().isMean();
        return lineage.stream()
                .limit(mean ? lineage.size() : 1)
                .map(run -> followers(run.recipe(), all))
                .max(Comparator.comparingInt(List::size))
                .filter(most -> most.size() >= Draws.FEWEST)
                .map(most -> section(
                        facts,
                        mean ? "Of trainings that are named below, before calibration:" : "Before calibration:",
                        draws(most, facts)));
    }

    /** Saved checkpoints of one recipe, one for each seed. */
    private static List<FinishedRun> followers(String recipe, List<FinishedRun> runs) {
        Map<Long, FinishedRun> bySeed = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.figures().isPresent() && run.recipe().equals(recipe))
                .forEach(run -> bySeed.put(run.seed(), run));
        return List.copyOf(bySeed.values());
    }

    private static Draws draws(List<FinishedRun> runs, ModelCardFacts facts) {
        List<Draw> draws = runs.stream()
                .flatMap(run ->
                        run.figures().stream().map(figures -> new Draw(run.output(), run.seed(), false, figures)))
                .toList();
        return new Draws("fp32", facts.validation().size(), draws);
    }

    private static String section(ModelCardFacts facts, String how, Draws draws) {
        List<List<String>> rows = new ArrayList<>();
        draws.draws()
                .forEach(draw -> rows.add(List.of(
                        draw.checkpoint(),
                        String.valueOf(draw.seed()),
                        ReportRows.figure(draw.figures().accuracy()),
                        ReportRows.figure(draw.figures().loss()),
                        ReportRows.figure(draw.figures().macroF1()),
                        ReportRows.figure(draw.figures().ece()))));
        Figures deviation = draws.deviation();
        Figures mean = draws.mean();
        rows.add(List.of(
                "mean ± deviation",
                "",
                spread(mean.accuracy(), deviation.accuracy()),
                spread(mean.loss(), deviation.loss()),
                spread(mean.macroF1(), deviation.macroF1()),
                spread(mean.ece(), deviation.ece())));
        String title =
                facts.recipe().isMean() ? "One of its recipes with other seeds" : "The same recipe with other seeds";
        return "\n### " + title + "\n\n" + how + "\n\n"
                + Markdown.table(
                        List.of("checkpoint", "seed", "accuracy", "loss", "macro-F1", "calibration error"), rows);
    }

    private static String spread(double mean, double deviation) {
        return ReportRows.figure(mean) + " ± " + ReportRows.figure(deviation);
    }
}
