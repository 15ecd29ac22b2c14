package dev.undertone.review.web.page;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.TextFault;
import dev.undertone.classification.WordWeight;
import dev.undertone.classification.explanation.MarkedText;
import dev.undertone.emotion.Emotion;
import dev.undertone.review.reading.ItemDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The words that moved a score, found when somebody looks at an item; keeps places and weights of the last, no texts.
 */
@Component
class WordWeights {

    private static final int KEPT = 500;

    private final EmotionClassifier classifier;
    private final Map<Key, Found> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Found> eldest) {
            return size() > KEPT;
        }
    };

    WordWeights(EmotionClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * The text with its words marked; empty if there is nothing to read.
     *
     * @throws ClassifierUnavailable if the model cannot say it now
     */
    Optional<Words> in(ItemDetails details) {
        Optional<String> readable =
                Said.text(details).filter(text -> TextFault.in(text).isEmpty());
        return readable.map(text -> {
            Key key = new Key(details.item().id(), classifier.model().checkpointName());
            Found found = kept(key).orElseGet(() -> find(key, text));
            return new Words(found.emotion(), key.checkpoint(), MarkedText.of(text, found.weights()));
        });
    }

    private Found find(Key key, String text) {
        Classification read =
                classifier.classify(List.of(text), Explanation.WORDS).get(0);
        Found found = new Found(read.emotion(), read.words());
        // Without any there was too little time; there may be more of it when somebody asks again.
        if (!found.weights().isEmpty()) {
            synchronized (kept) {
                kept.put(key, found);
            }
        }
        return found;
    }

    private Optional<Found> kept(Key key) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key));
        }
    }

    private record Key(UUID item, String checkpoint) {}

    private record Found(Emotion emotion, List<WordWeight> weights) {}

    /**
     * The words that moved the score of a text.
     *
     * @param emotion the score of which emotion
     * @param checkpoint which checkpoint was asked; it need not be the one that judged
     * @param marked the text
     */
    record Words(Emotion emotion, String checkpoint, MarkedText marked) {}
}
