package dev.undertone.cli;

import dev.undertone.classification.PooledClassifier;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.NeutralTexts;
import dev.undertone.training.evaluation.Examination;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is measured beside the figures on labelled texts. */
final class ExaminationOptions {

    @Option(
            names = "--perturb",
            description = "Also measures how often a text is read the same when it is written in another way.")
    private boolean perturb;

    @Option(
            names = "--neutral",
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Also measures how often anger or fear is seen where there is none: in sentences of our own and"
                            + " in these files, one text a line or the neutral ones of GoEmotions' .tsv.")
    private @Nullable List<Path> neutral;

    /** Measures all that was asked for. */
    Examination examine(PooledClassifier classifier, Progress progress, Dataset dataset) {
        Map<String, List<String>> texts = neutralTexts();
        Examiner examiner = new Examiner(classifier, progress, dataset);
        return new Examination(
                examiner.report(),
                perturb ? Optional.of(examiner.robustness()) : Optional.empty(),
                texts.isEmpty() ? Optional.empty() : Optional.of(examiner.abstention(texts)));
    }

    private Map<String, List<String>> neutralTexts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        if (neutral != null) {
            texts.put("own sentences", NeutralTexts.own());
            for (Path file : neutral) {
                String name = file.getFileName().toString();
                texts.put(texts.containsKey(name) ? file.toString() : name, NeutralTexts.read(List.of(file)));
            }
        }
        return texts;
    }
}
