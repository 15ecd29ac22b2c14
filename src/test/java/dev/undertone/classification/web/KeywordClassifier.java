package dev.undertone.classification.web;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.ServedModel;
import dev.undertone.classification.WordWeight;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.modelstore.CheckpointId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads emotions from a handful of words, so that tests of pages and endpoints need no model. */
public final class KeywordClassifier implements EmotionClassifier {

    private static final Map<String, Emotion> KEYWORDS = Map.of(
            "sad", Emotion.SADNESS,
            "happy", Emotion.JOY,
            "love", Emotion.LOVE,
            "furious", Emotion.ANGER,
            "scared", Emotion.FEAR,
            "suddenly", Emotion.SURPRISE);

    private static final ServedModel MODEL = new ServedModel(new CheckpointId("keywords"), ServedModel.Precision.FP32);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int FEW_WORDS = 3;

    private final AtomicInteger refusals = new AtomicInteger();
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    /** Is unavailable for this many calls from now on. */
    public void refuse(int calls) {
        refusals.set(calls);
    }

    /** How many texts each call brought that was not refused. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public ServedModel model() {
        return MODEL;
    }

    @Override
    public List<Classification> classify(List<String> texts, Explanation explanation) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new ClassifierUnavailable("all predictors are busy, nothing was classified", Duration.ofMillis(1500));
        }
        batches.add(texts.size());
        return texts.stream().map(text -> read(text, explanation)).toList();
    }

    private static Classification read(String text, Explanation explanation) {
        List<WordWeight> words = new ArrayList<>();
        Emotion found = Emotion.JOY;
        int count = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            count++;
            Emotion emotion = KEYWORDS.get(word.group());
            if (emotion != null) {
                found = emotion;
                words.add(new WordWeight(word.start(), word.end(), 0.4));
            }
        }
        Set<Notice> notices = count < FEW_WORDS ? EnumSet.of(Notice.SHORT_TEXT) : EnumSet.noneOf(Notice.class);
        return new Classification(
                MODEL, scores(found), count + 2, notices, explanation == Explanation.WORDS ? words : List.of());
    }

    private static EmotionScores scores(Emotion winner) {
        return new EmotionScores(Emotion.inOrder().stream()
                .map(emotion -> emotion == winner ? 0.9 : 0.02)
                .toList());
    }
}
