package dev.undertone.training.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the trainings that a checkpoint goes back to had beside the training data proper. The mean of several has no
 * options of its own, so the log of runs is asked.
 *
 * @param given the names of files and, for each, how which trainings had it
 */
record OtherTexts(Map<String, String> given) {

    private static final List<String> OPTIONS = List.of("extra", "neutral");

    static OtherTexts of(ModelCardFacts facts) {
        Map<String, String> given = new TreeMap<>();
        for (FinishedRun run : Lineage.of(
                        facts.evaluation().checkpoint().value(),
                        facts.supplements().runs())
                .runs()) {
            for (String option : OPTIONS) {
                run.option(option)
                        .ifPresent(file -> given.merge(
                                file, run.output() + " (--" + option + ")", (one, two) -> one + ", " + two));
            }
        }
        return new OtherTexts(given);
    }

    /** To stand behind the name of the data set: {@code and other.tsv}, or nothing. */
    String names() {
        return given.isEmpty() ? "" : " and " + String.join(", ", given.keySet());
    }

    /** One line that says who had what, or nothing. */
    String sentence() {
        return given.isEmpty()
                ? ""
                : "\nBeside them there was "
                        + given.entrySet().stream()
                                .map(OtherTexts::sentence)
                                .collect(Collectors.joining("; ", "", ".\n"));
    }

    private static String sentence(Entry<String, String> file) {
        return file.getKey() + " in the training of " + file.getValue();
    }
}
