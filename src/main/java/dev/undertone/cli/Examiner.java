package dev.undertone.cli;

import dev.undertone.classification.Classification;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.training.augmentation.Perturbation;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.evaluation.Abstention;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.Prediction;
import dev.undertone.training.evaluation.Robustness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Measures a checkpoint on texts, through the same path that serves. */
final class Examiner {

    private static final int CHUNK = 256;

    private final PooledClassifier classifier;
    private final Progress progress;
    private final Dataset dataset;
    private final List<Classification> read;

    /** Reads a data set. */
    Examiner(PooledClassifier classifier, Progress progress, Dataset dataset) {
        this.classifier = classifier;
        this.progress = progress;
        this.dataset = dataset;
        this.read = classify(texts(dataset));
    }

    /** How good the checkpoint is. */
    EvaluationReport report() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            predictions.add(
                    new Prediction(dataset.examples().get(i), read.get(i).scores()));
        }
        return EvaluationReport.of(
                classifier.model().checkpoint(), classifier.model().precision().label(), predictions);
    }

    /** Whether its texts are read the same when they are written in another way; always the same way. */
    Robustness robustness() {
        List<String> texts = texts(dataset);
        List<Robustness.Row> rows = new ArrayList<>();
        for (Perturbation way : Perturbation.values()) {
            List<Integer> changed = new ArrayList<>();
            List<String> written = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String other = way.apply(texts.get(i), new SplittableRandom(42 + 1_000_003L * i));
                if (!other.equals(texts.get(i))) {
                    changed.add(i);
                    written.add(other);
                }
            }
            List<Classification> again = classify(written);
            long same = 0;
            for (int i = 0; i < again.size(); i++) {
                same += again.get(i).emotion() == read.get(changed.get(i)).emotion() ? 1 : 0;
            }
            rows.add(new Robustness.Row(way, changed.size(), same));
        }
        return new Robustness(rows);
    }

    /**
     * Whether it knows what it does not know.
     *
     * @param neutral texts without emotion, by the name of their source
     */
    Abstention abstention(Map<String, List<String>> neutral) {
        long alarming = 0;
        long certain = 0;
        for (int i = 0; i < read.size(); i++) {
            if (Emotion.ALARMING.contains(dataset.examples().get(i).emotion())) {
                alarming++;
                certain += isCertain(read.get(i)) ? 1 : 0;
            }
        }
        List<Abstention.Neutral> rows = new ArrayList<>();
        neutral.forEach((name, texts) -> {
            List<Classification> answers = classify(texts);
            long alarmed = answers.stream()
                    .filter(answer -> Emotion.ALARMING.contains(answer.emotion()) && isCertain(answer))
                    .count();
            long uncertain =
                    answers.stream().filter(answer -> !isCertain(answer)).count();
            rows.add(new Abstention.Neutral(name, texts.size(), alarmed, uncertain));
        });
        return new Abstention(rows, alarming, certain);
    }

    private static boolean isCertain(Classification answer) {
        return !answer.notices().contains(Notice.UNCERTAIN);
    }

    private static List<String> texts(Dataset dataset) {
        return dataset.examples().stream().map(Example::text).toList();
    }

    private List<Classification> classify(List<String> texts) {
        List<Classification> all = new ArrayList<>(texts.size());
        for (int start = 0; start < texts.size(); start += CHUNK) {
            List<String> chunk = texts.subList(start, Math.min(texts.size(), start + CHUNK));
            all.addAll(classifier.forBulk().classify(chunk, Explanation.NONE));
            progress.at(all.size(), texts.size(), "");
        }
        return all;
    }
}
