package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.RepeatedTexts;
import dev.undertone.training.evaluation.ModelCardFacts.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/** The {@code README.md} of a checkpoint, in the shape that model hubs read, made from reports and never typed in. */
public final class ModelCard {

    /** From this ratio of the largest to the smallest class on, nobody would call classes balanced. */
    private static final double UNBALANCED_FROM = 1.5;

    private ModelCard() {}

    /** The text of the card. */
    public static String markdown(ModelCardFacts facts) {
        return String.join(
                "\n",
                ModelCardHead.frontMatter(facts),
                description(facts),
                ModelCardHead.USES,
                ModelCardHead.LIMITS,
                balance(facts.train()),
                data(facts),
                procedure(facts.recipe()),
                evaluation(facts),
                reproduce(facts.recipe()));
    }

    private static String description(ModelCardFacts facts) {
        EvaluationReport report = facts.evaluation();
        Interval interval = report.accuracyInterval();
        return String.format(
                Locale.ROOT,
                """
                # %s

                A DistilBERT that reads one of six emotions (%s) in an English text, fine-tuned from %s on %s%s. On the %s
                texts of its validation split:

                - accuracy %.4f (95 %% interval %.4f to %.4f)
                - loss %.4f (cross-entropy in nats)
                - macro-F1 %.4f
                - expected calibration error %.4f

                At %s texts the 95 %% interval reaches %.1f points of accuracy down and %.1f up: what lies within it may be luck.
                Evaluated in %s. This card was generated from the evaluation report; no figure was typed in.
                """,
                report.checkpoint(),
                Emotion.labels(),
                facts.origin().baseModel(),
                facts.origin().datasetId(),
                OtherTexts.of(facts).names(),
                ReportRows.count(report.examples()),
                report.accuracy(),
                interval.lower(),
                interval.upper(),
                report.loss(),
                report.confusion().macroF1(),
                report.ece(),
                ReportRows.count(report.examples()),
                100 * (report.accuracy() - interval.lower()),
                100 * (interval.upper() - report.accuracy()),
                report.precision());
    }

    private static String balance(Dataset train) {
        Map<Emotion, Integer> counts = train.classCounts();
        Entry<Emotion, Integer> most = Collections.max(counts.entrySet(), Entry.comparingByValue());
        Entry<Emotion, Integer> least = Collections.min(counts.entrySet(), Entry.comparingByValue());
        boolean balanced = most.getValue() <= UNBALANCED_FROM * least.getValue();
        return String.format(
                Locale.ROOT,
                "- **The classes are %s.** Of %s training texts %s are %s and %s are %s. Look at macro-F1 and at the figures "
                        + "by emotion, not at accuracy alone.\n",
                balanced ? "about balanced" : "not balanced",
                ReportRows.count(train.size()),
                ReportRows.count(most.getValue()),
                most.getKey().label(),
                ReportRows.count(least.getValue()),
                least.getKey().label());
    }

    private static String data(ModelCardFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        for (Emotion emotion : Emotion.inOrder()) {
            rows.add(List.of(emotion.label(), share(facts.train(), emotion), share(facts.validation(), emotion)));
        }
        RepeatedTexts repeated = RepeatedTexts.across(List.of(facts.train(), facts.validation()));
        return String.format(
                Locale.ROOT,
                """
                ## Training data

                %s: %s texts to train on and %s to choose the checkpoint by. Texts that stand there more than once: %s
                with the same label, %s with two labels or more, so that no model can be right about all of them.
                %s
                %s""",
                facts.origin().datasetId(),
                ReportRows.count(facts.train().size()),
                ReportRows.count(facts.validation().size()),
                ReportRows.count(repeated.duplicates().size()),
                ReportRows.count(repeated.contradictions().size()),
                OtherTexts.of(facts).sentence(),
                Markdown.table(List.of("emotion", "train", "validation"), rows));
    }

    private static String share(Dataset dataset, Emotion emotion) {
        int count = dataset.classCounts().getOrDefault(emotion, 0);
        return ReportRows.count(count) + " (" + ReportRows.percent((double) count / dataset.size()) + ")";
    }

    private static String procedure(Recipe recipe) {
        String text = "## Training procedure\n\n"
                + Markdown.table(List.of("hyperparameter", "value"), rows(recipe.hyperparameters()));
        if (recipe.history().epochs().isEmpty()) {
            return text;
        }
        return text + "\n### Results by epoch\n\n"
                + Markdown.table(
                        List.of("epoch", "step", "training loss", "validation loss", "accuracy"),
                        ReportRows.epochs(recipe.history().epochs()));
    }

    private static String evaluation(ModelCardFacts facts) {
        String realPosts = facts.realPosts()
                .map(report -> "\n### On real posts\n\n" + figures(report))
                .orElse("\nOn real posts it was not evaluated for this card; expect lower figures.\n");
        return "## Evaluation\n\n### On the validation split\n\n" + figures(facts.evaluation()) + realPosts
                + CardSupplements.of(facts);
    }

    private static String figures(EvaluationReport report) {
        Interval interval = report.accuracyInterval();
        List<String> head = new ArrayList<>(List.of("really \\ read as"));
        Emotion.inOrder().stream().map(Emotion::label).forEach(head::add);
        return String.format(
                        Locale.ROOT,
                        "%s texts: accuracy %.4f (95 %% interval of Wilson %.4f to %.4f), loss %.4f, macro-F1 %.4f, expected "
                                + "calibration error %.4f in %d bins (Guo et al. 2017).\n\n",
                        ReportRows.count(report.examples()),
                        report.accuracy(),
                        interval.lower(),
                        interval.upper(),
                        report.loss(),
                        report.confusion().macroF1(),
                        report.ece(),
                        Calibration.BINS)
                + Markdown.table(
                        List.of("emotion", "precision", "recall", "F1", "texts"),
                        ReportRows.classes(report.confusion()))
                + "\n" + Markdown.table(head, ReportRows.confusion(report.confusion()));
    }

    private static String reproduce(Recipe recipe) {
        return "## Framework versions\n\n" + Markdown.table(List.of("framework", "version"), rows(recipe.versions()))
                + "\n## How to reproduce\n\n" + Markdown.code(recipe.command());
    }

    private static List<List<String>> rows(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
