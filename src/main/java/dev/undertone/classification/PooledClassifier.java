package dev.undertone.classification;

import dev.undertone.classification.explanation.Explainer;
import dev.undertone.classification.explanation.Faithfulness;
import dev.undertone.classification.explanation.FaithfulnessStudy;
import dev.undertone.classification.serving.Deadline;
import dev.undertone.classification.serving.Retired;
import dev.undertone.classification.serving.Unanswered;
import dev.undertone.classification.serving.Urgency;
import dev.undertone.classification.text.CleanedText;
import dev.undertone.classification.text.EnglishDetector;
import dev.undertone.classification.text.Notices;
import dev.undertone.classification.text.TextCleaner;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.EmotionScores.NotADistribution;
import dev.undertone.modelstore.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Classifies with one checkpoint.
 *
 * <p>So many calls may be in progress; one more is refused at once instead of waiting, as a client that waits for long
 * has gone before it is answered.
 */
public final class PooledClassifier implements EmotionClassifier, AutoCloseable {

    /** Loading it takes a second and 35 MB, and it is the same for every checkpoint. */
    private static final Supplier<EnglishDetector> ENGLISH = SingletonSupplier.of(EnglishDetector::load);

    /** The share of calls that may have much to read, or ask for words: the others have room beside them. */
    private static final int HEAVY_CALLS = 4;

    private final ServedModel served;
    private final LoadedCheckpoint loaded;
    private final ClassificationSettings settings;
    private final Semaphore calls;
    private final Semaphore heavyCalls;
    private final Semaphore explainingCalls;
    private final TextCleaner cleaner = new TextCleaner();
    private final EnglishDetector english = Objects.requireNonNull(ENGLISH.get());

    /**
     * Loads a checkpoint.
     *
     * @throws dev.undertone.modelstore.CheckpointRefused if it cannot be used
     */
    public PooledClassifier(Checkpoint checkpoint, ClassificationSettings settings) {
        this.served = new ServedModel(checkpoint.id(), settings.precision());
        this.loaded = LoadedCheckpoint.load(checkpoint, settings);
        this.settings = settings;
        this.calls = new Semaphore(settings.maxConcurrentCalls());
        this.heavyCalls = new Semaphore(Math.max(1, settings.maxConcurrentCalls() / HEAVY_CALLS));
        this.explainingCalls = new Semaphore(Math.max(1, settings.maxConcurrentCalls() / HEAVY_CALLS));
    }

    @Override
    public ServedModel model() {
        return served;
    }

    @Override
    public List<Classification> classify(List<String> texts, Explanation explanation) {
        return classify(texts, explanation, Urgency.LIVE);
    }

    @Override
    public EmotionClassifier forBulk() {
        return new Bulk();
    }

    private List<Classification> classify(List<String> texts, Explanation explanation, Urgency urgency) {
        texts.forEach(PooledClassifier::requireReadable);
        Load load = Load.of(texts);
        if (urgency == Urgency.BULK) {
            return inTurn(() -> answers(texts, explanation, new Call(urgency, Optional.empty())));
        }
        load.requireReadableWithin(settings.deadline());
        Call call = new Call(urgency, Optional.of(load.patience(settings.deadline())));
        Supplier<List<Classification>> work = () -> inTurn(() -> answers(texts, explanation, call));
        Supplier<List<Classification>> some = load.isHeavy() ? () -> within(heavyCalls, work) : work;
        // Each word is read for, which takes a short text to what a long one takes.
        return explanation == Explanation.WORDS ? within(explainingCalls, some) : some.get();
    }

    private <T> T inTurn(Supplier<T> work) {
        return within(calls, work);
    }

    /** Does something as one of so many, or says that there is no room. */
    private <T> T within(Semaphore room, Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw new ClassifierUnavailable(
                    "the model has as much to read as it can take on, nothing was classified", settings.retryAfter());
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private List<Classification> answers(List<String> texts, Explanation explanation, Call call) {
        try {
            return classifications(texts, explanation, call);
        } catch (Retired elsewhere) {
            // Without a cause, as nothing came to nothing: whoever has taken over may begin it anew.
            throw new ClassifierUnavailable("the model is being closed, nothing was classified", settings.retryAfter());
        } catch (Unanswered late) {
            throw new ClassifierUnavailable(
                    "the model could not answer in time, nothing was classified; fewer or shorter texts at once are read sooner",
                    settings.retryAfter(),
                    late);
        } catch (NotADistribution nonsense) {
            throw new ClassifierUnavailable(
                    "the model gave no usable answer, nothing was classified", settings.retryAfter(), nonsense);
        }
    }

    private List<Classification> classifications(List<String> texts, Explanation explanation, Call call) {
        List<CleanedText> cleaned = EachText.map(texts, cleaner::clean);
        List<LoadedCheckpoint.Reading> readings =
                loaded.read(cleaned.stream().map(CleanedText::text).toList(), call.urgency(), call.deadline());
        Call explaining = call.again();
        List<Boolean> notEnglish = EachText.map(cleaned, text -> english.isProbablyNotEnglish(text.text()));
        List<Classification> classifications = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            CleanedText text = cleaned.get(i);
            LoadedCheckpoint.Reading reading = readings.get(i);
            classifications.add(new Classification(
                    served,
                    reading.scores(),
                    reading.tokens(),
                    Notices.of(text, reading.windows(), reading.scores(), notEnglish.get(i), reading.doubted()),
                    switch (explanation) {
                        case NONE -> List.of();
                        case WORDS -> explainer(explaining).explain(text, reading.scores());
                    }));
        }
        return classifications;
    }

    /** Explanations take a pass a word or so, and make way for texts that have no scores yet. */
    private Explainer explainer(Call call) {
        return new Explainer(texts -> scores(texts, call));
    }

    private List<EmotionScores> scores(List<String> texts, Call call) {
        return loaded.read(texts, Urgency.BULK, call.deadline()).stream()
                .map(LoadedCheckpoint.Reading::scores)
                .toList();
    }

    /**
     * Measures whether the words of this classifier's explanations are the ones that count.
     *
     * @param texts not blank
     * @param seed of the random words that the explained ones are compared with
     */
    public Faithfulness faithfulness(List<String> texts, long seed) {
        Call call = new Call(Urgency.BULK, Optional.empty());
        return inTurn(() -> new FaithfulnessStudy(some -> scores(some, call), explainer(call)::explain)
                .measure(texts.stream().map(text -> cleaner.clean(text).text()).toList(), seed));
    }

    /**
     * What the network gives for texts as they are served, cleaned and spelled, before anything makes probabilities of
     * it.
     *
     * @param texts not blank, as few as may be read while others wait; of one that is too long for the network its
     *     first window counts
     * @return logits in label order, for each text
     */
    public List<float[]> logits(List<String> texts) {
        texts.forEach(PooledClassifier::requireReadable);
        return inTurn(() ->
                loaded.logits(EachText.map(texts, text -> cleaner.clean(text).text())));
    }

    private static void requireReadable(String text) {
        if (text.isBlank() || text.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters, expected 1 to " + MAX_TEXT_LENGTH + " and not blank");
        }
    }

    /** One call on its way. */
    private record Call(Urgency urgency, Optional<Duration> patience, Deadline deadline) {

        Call(Urgency urgency, Optional<Duration> patience) {
            this(urgency, patience, patience.map(Deadline::in).orElseGet(Deadline::none));
        }

        /** The scores are there; who also wants words waits for them for half as long again, all texts together. */
        Call again() {
            return new Call(urgency, patience.map(whole -> whole.dividedBy(2)));
        }
    }

    /** The same for work that makes way. */
    private final class Bulk implements EmotionClassifier {

        @Override
        public ServedModel model() {
            return served;
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            return PooledClassifier.this.classify(texts, explanation, Urgency.BULK);
        }

        @Override
        public EmotionClassifier forBulk() {
            return this;
        }
    }

    /** Waits for the calls in progress, except for bulk work, which can be begun anew; then frees the weights. */
    @Override
    public void close() {
        loaded.retire();
        calls.acquireUninterruptibly(settings.maxConcurrentCalls());
        loaded.close();
    }
}
