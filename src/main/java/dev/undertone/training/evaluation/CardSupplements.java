package dev.undertone.training.evaluation;

import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                + CardSeeds.of(facts)
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
}
