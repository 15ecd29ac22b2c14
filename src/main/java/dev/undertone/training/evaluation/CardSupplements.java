package dev.undertone.training.evaluation;

import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Lexicon;
import dev.undertone.training.evaluation.Draws.Draw;
import dev.undertone.training.evaluation.FinishedRun.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sections of a model card about what was measured beside the figures on the validation split. */
final class CardSupplements {

    private CardSupplements() {}

    /** One section after the other; nothing where nothing was measured. */
    static String of(ModelCardFacts facts) {
        Supplements more = facts.supplements();
        return more.calibration().map(CardSupplements::calibration).orElse("")
                + more.lexicon().map(CardSupplements::lexicon).orElse("")
                + int8(facts)
                + more.robustness().map(CardSupplements::robustness).orElse("")
                + more.abstention().map(CardSupplements::abstention).orElse("")
                + more.neighbour().map(other -> CardNeighbour.of(facts, other)).orElse("")
                + seeds(facts)
                + runs(more.runs());
    }

    private static String calibration(Calibration calibration) {
        return String.format(
                Locale.ROOT,
                """

                ### Calibration

                Logits are divided by %.4f before they become probabilities, and answers with %s below %.4f carry the notice
                UNCERTAIN. Both were fitted on %s; all figures here are with them.
                """,
                calibration.temperature(),
                calibration.certainty().name().toLowerCase(Locale.ROOT),
                calibration.threshold(),
                calibration.fittedOn());
    }

    private static String lexicon(Lexicon lexicon) {
        return String.format(Locale.ROOT, """

                ### Spelling

                A word of four letters or more that is known to neither the tokenizer nor the lexicon is read as the word of the
                lexicon that is one slip away and stands there most often, if there is one; all figures here are with it. The
                lexicon has %s words of %s.
                """, ReportRows.count(lexicon.counts().size()), lexicon.source());
    }

    private static String int8(ModelCardFacts facts) {
        Supplements more = facts.supplements();
        if (more.int8().isEmpty()) {
            return "\nIts int8 form was not evaluated for this card.\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(ReportRows.summary("validation, " + facts.evaluation().precision(), facts.evaluation()));
        rows.add(ReportRows.summary("validation, int8", more.int8().get()));
        facts.realPosts()
                .ifPresent(report -> rows.add(ReportRows.summary("real posts, " + report.precision(), report)));
        more.int8RealPosts().ifPresent(report -> rows.add(ReportRows.summary("real posts, int8", report)));
        return "\n### In int8\n\n" + Markdown.table(ReportRows.SUMMARY, rows);
    }

    private static String robustness(Robustness robustness) {
        return "\n### Written in another way\n\nThe share of validation texts that are read as before when they are written"
                + " in another way:\n\n"
                + Markdown.table(
                        List.of("way", "texts changed", "read as before"),
                        robustness.rows().stream()
                                .map(row -> List.of(
                                        row.way().title(),
                                        ReportRows.count(row.changed()),
                                        ReportRows.percent(row.share())))
                                .toList());
    }

    private static String abstention(Abstention abstention) {
        return String.format(
                        Locale.ROOT,
                        "\n### Texts without emotion\n\nOf %s validation texts with anger or fear %s (%s) are read with"
                                + " certainty, that is without the notice UNCERTAIN.\n\n",
                        ReportRows.count(abstention.alarming()),
                        ReportRows.count(abstention.certain()),
                        ReportRows.percent(abstention.certainShare()))
                + Markdown.table(
                        List.of("neutral texts", "texts", "anger or fear with certainty", "uncertain"),
                        abstention.neutral().stream()
                                .map(row -> List.of(
                                        row.name(),
                                        ReportRows.count(row.texts()),
                                        ReportRows.percent(row.alarmedShare()),
                                        ReportRows.percent(row.uncertainShare())))
                                .toList());
    }

    /** The draws of this checkpoint's recipe that differ in nothing but the seed. */
    private static String seeds(ModelCardFacts facts) {
        return facts.supplements()
                .seeds()
                .map(draws -> seeds(
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

    private static String seeds(String how, Draws draws) {
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
        return "\n### The same recipe with other seeds\n\n" + how + "\n\n"
                + Markdown.table(
                        List.of("checkpoint", "seed", "accuracy", "loss", "macro-F1", "calibration error"), rows);
    }

    /**
     * What the trainings themselves noted of this recipe; for the mean of several, of the recipe that was followed most
     * often.
     */
    private static Optional<String> logged(ModelCardFacts facts) {
        List<FinishedRun> runs = facts.supplements().runs();
        List<FinishedRun> mine = runs.stream()
                .filter(run ->
                        run.output().equals(facts.evaluation().checkpoint().value()))
                .findFirst()
                .map(own -> followers(own.recipe(), runs))
                .orElse(List.of());
        if (mine.size() >= Draws.FEWEST) {
            return Optional.of(seeds("Before calibration:", draws(mine, facts)));
        }
        if (!facts.recipe().hyperparameters().containsKey("soup")) {
            return Optional.empty();
        }
        return runs.stream()
                .map(run -> followers(run.recipe(), runs))
                .max(Comparator.comparingInt(List::size))
                .filter(most -> most.size() >= Draws.FEWEST)
                .map(most -> seeds("Of trainings that are named below, before calibration:", draws(most, facts)));
    }

    private static List<FinishedRun> followers(String recipe, List<FinishedRun> runs) {
        return runs.stream()
                .filter(run -> run.figures().isPresent() && run.recipe().equals(recipe))
                .toList();
    }

    private static Draws draws(List<FinishedRun> runs, ModelCardFacts facts) {
        List<Draw> draws = runs.stream()
                .flatMap(run ->
                        run.figures().stream().map(figures -> new Draw(run.output(), run.seed(), false, figures)))
                .toList();
        return new Draws("fp32", facts.validation().size(), draws);
    }

    private static String runs(List<FinishedRun> runs) {
        if (runs.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        for (FinishedRun run : runs) {
            List<String> row = new ArrayList<>(cells(run.output(), run));
            row.add(run.outcome());
            row.add("`" + run.command().replace("java -jar target/undertone.jar ", "") + "`");
            rows.add(row);
        }
        return "\n### Every run\n\nAs it ended, before calibration, those that failed among them:\n\n"
                + Markdown.table(
                        List.of("run", "accuracy", "loss", "macro-F1", "calibration error", "outcome", "command"),
                        rows);
    }

    private static List<String> cells(String name, FinishedRun run) {
        return run.figures()
                .map(figures -> List.of(
                        name,
                        ReportRows.figure(figures.accuracy()),
                        ReportRows.figure(figures.loss()),
                        ReportRows.figure(figures.macroF1()),
                        ReportRows.figure(figures.ece())))
                .orElseGet(() -> List.of(name, "-", "-", "-", "-"));
    }

    private static String spread(double mean, double deviation) {
        return ReportRows.figure(mean) + " ± " + ReportRows.figure(deviation);
    }
}
