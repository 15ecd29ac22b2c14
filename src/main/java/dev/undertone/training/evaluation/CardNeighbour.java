package dev.undertone.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The section of a model card that sets another checkpoint beside the card's own. */
final class CardNeighbour {

    /** Where F1 stands in the row of an emotion. */
    private static final int F1 = 3;

    private CardNeighbour() {}

    static String of(ModelCardFacts facts, Neighbour other) {
        String mine = facts.evaluation().checkpoint().value();
        String theirs = other.validation().checkpoint().value();
        List<List<String>> rows = new ArrayList<>();
        rows.add(ReportRows.summary("validation, " + mine, facts.evaluation()));
        rows.add(ReportRows.summary("validation, " + theirs, other.validation()));
        facts.realPosts().ifPresent(report -> rows.add(ReportRows.summary("real posts, " + mine, report)));
        other.realPosts().ifPresent(report -> rows.add(ReportRows.summary("real posts, " + theirs, report)));
        return "\n### Beside " + theirs + "\n\n`" + theirs + "` was made by `" + other.command()
                + "`.\n\n"
                + Markdown.table(ReportRows.SUMMARY, rows)
                + facts.realPosts()
                        .flatMap(report -> other.realPosts().map(another -> byEmotion(mine, report, theirs, another)))
                        .orElse("");
    }

    private static String byEmotion(String mine, EvaluationReport report, String theirs, EvaluationReport other) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> left = ReportRows.classes(report.confusion());
        List<List<String>> right = ReportRows.classes(other.confusion());
        for (int emotion = 0; emotion < left.size(); emotion++) {
            rows.add(List.of(
                    left.get(emotion).get(0),
                    left.get(emotion).get(F1),
                    right.get(emotion).get(F1)));
        }
        return "\nF1 on real posts:\n\n" + Markdown.table(List.of("emotion", mine, theirs), rows);
    }
}
