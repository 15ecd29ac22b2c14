package dev.undertone.moderation.intake;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.emotion.EmotionScores.NotADistribution;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.moderation.intake.Reading.Read;
import dev.undertone.moderation.intake.Reading.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the model about texts; whatever it does, each text has a reading that says what came of it. */
@Component
class TextReader {

    private static final Logger LOG = LoggerFactory.getLogger(TextReader.class);

    private final EmotionClassifier classifier;
    private final int chunk;

    TextReader(EmotionClassifier classifier, ModerationSettings settings) {
        this.classifier = classifier;
        this.chunk = settings.chunk();
    }

    /** One reading for each text, in order. */
    List<Reading> read(List<String> texts) {
        return inChunks(classifier, texts, failure -> {});
    }

    /**
     * One reading for each text, in order, while whoever waits for an answer goes first.
     *
     * @throws ClassifierUnavailable if there is no model to ask now
     */
    List<Reading> readOrRefuse(List<String> texts) {
        return inChunks(classifier.forBulk(), texts, failure -> {
            if (failure instanceof ClassifierUnavailable unavailable && !mayBeTheFaultOfOne(failure)) {
                throw unavailable;
            }
        });
    }

    private List<Reading> inChunks(EmotionClassifier model, List<String> texts, Consumer<Throwable> refusal) {
        List<Reading> readings = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += chunk) {
            readings.addAll(readTogether(model, texts.subList(from, Math.min(from + chunk, texts.size())), refusal));
        }
        return readings;
    }

    private List<Reading> readTogether(EmotionClassifier model, List<String> texts, Consumer<Throwable> refusal) {
        try {
            return ask(model, texts);
        } catch (RuntimeException | Error failure) {
            refusal.accept(failure);
            if (texts.size() > 1 && mayBeTheFaultOfOne(failure)) {
                return texts.stream()
                        .flatMap(text -> readTogether(model, List.of(text), refusal).stream())
                        .toList();
            }
            return Collections.nCopies(texts.size(), new Unread(why(failure)));
        }
    }

    /** Whether the other texts may get their scores when each is read alone. */
    private static boolean mayBeTheFaultOfOne(Throwable failure) {
        return !(failure instanceof ClassifierUnavailable) || failure.getCause() instanceof NotADistribution;
    }

    private static List<Reading> ask(EmotionClassifier model, List<String> texts) {
        long start = System.nanoTime();
        List<Classification> answers = model.classify(texts, Explanation.NONE);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        if (answers.size() != texts.size()) {
            throw new IllegalStateException(
                    "the model gave " + answers.size() + " answers to " + texts.size() + " texts");
        }
        List<Reading> readings = new ArrayList<>(texts.size());
        for (Classification answer : answers) {
            readings.add(new Read(new Scoring(
                    answer.scores(),
                    answer.notices(),
                    answer.tokens(),
                    answer.model().checkpointName(),
                    answer.model().precision().label(),
                    millis)));
        }
        return readings;
    }

    private static String why(Throwable failure) {
        if (failure instanceof ClassifierUnavailable unavailable) {
            LOG.warn("Held for a person, as a text could not be read: {}", unavailable.getMessage());
            return "Not scored, so a person looks: " + unavailable.getMessage();
        }
        LOG.error("Held for a person, as the model failed", failure);
        return failure instanceof NotADistribution
                ? "Not scored, so a person looks: the model gave numbers that are no probabilities."
                : "Not scored, so a person looks: the model failed.";
    }
}
