package dev.undertone.classification;

import dev.undertone.classification.serving.Deadline;
import dev.undertone.classification.serving.KnownLogits;
import dev.undertone.classification.serving.Passes;
import dev.undertone.classification.serving.Urgency;
import dev.undertone.classification.text.Spelling;
import dev.undertone.classification.text.Symbols;
import dev.undertone.compilation.CompiledNetworks;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Checkpoint;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A checkpoint in native memory: cleaned texts in, scores out. */
final class LoadedCheckpoint implements AutoCloseable {

    private final WordPieceTokenizer tokenizer;
    private final Optional<Spelling> spelling;
    private final Passes passes;
    private final KnownLogits known;
    private final int longest;
    private final Optional<Calibration> calibration;

    private LoadedCheckpoint(
            WordPieceTokenizer tokenizer,
            Optional<Spelling> spelling,
            Passes passes,
            KnownLogits known,
            int longest,
            Optional<Calibration> calibration) {
        this.tokenizer = tokenizer;
        this.spelling = spelling;
        this.passes = passes;
        this.known = known;
        this.longest = longest;
        this.calibration = calibration;
    }

    static LoadedCheckpoint load(Checkpoint checkpoint, ClassificationSettings settings) {
        Path network = new CompiledNetworks(settings.compiled())
                .modelOf(checkpoint, settings.precision().arithmetic());
        WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
        try {
            Optional<Spelling> spelling =
                    checkpoint.lexicon().map(lexicon -> new Spelling(tokenizer.words(), lexicon.counts()));
            Optional<Calibration> calibration = checkpoint.calibration();
            KnownLogits known = new KnownLogits(settings.cacheTexts());
            int longest = checkpoint.config().maxPositions();
            // Last, as nothing that fails after it would close its threads and sessions.
            Passes passes = Passes.open(network, settings.limits());
            return new LoadedCheckpoint(tokenizer, spelling, passes, known, longest, calibration);
        } catch (RuntimeException | Error e) {
            tokenizer.close();
            throw e;
        }
    }

    /**
     * Reads texts, however long.
     *
     * @param texts well-formed UTF-16
     * @return one reading each, in order
     */
    List<Reading> read(List<String> texts, Urgency urgency, Deadline deadline) {
        List<long[]> tokens = EachText.map(texts, text -> {
            deadline.requireLeft();
            return tokens(text);
        });
        List<TokenWindows> cut =
                tokens.stream().map(ids -> TokenWindows.of(ids, longest)).toList();
        Map<LongBuffer, float[]> logits = logits(
                cut.stream().flatMap(windows -> windows.windows().stream()).toList(), urgency, deadline);
        List<Reading> readings = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            TokenWindows windows = cut.get(i);
            List<float[]> answers = windows.windows().stream()
                    .map(ids -> Objects.requireNonNull(logits.get(LongBuffer.wrap(ids))))
                    .toList();
            List<EmotionScores> scores = answers.stream().map(this::scores).toList();
            readings.add(new Reading(
                    windows.combine(scores), tokens.get(i).length, windows.count(), doubted(windows, answers)));
        }
        return readings;
    }

    /** The logits of each text, in order; a text that is too long for one window keeps the first. */
    List<float[]> logits(List<String> texts) {
        List<long[]> first = EachText.map(texts, this::tokens).stream()
                .map(ids -> TokenWindows.of(ids, longest).windows().get(0))
                .toList();
        Map<LongBuffer, float[]> logits = logits(first, Urgency.BULK, Deadline.none());
        return first.stream()
                .map(ids -> Objects.requireNonNull(logits.get(LongBuffer.wrap(ids))))
                .toList();
    }

    private long[] tokens(String text) {
        String apart = Symbols.apart(text);
        return tokenizer.encode(spelling.map(speller -> speller.correct(apart)).orElse(apart));
    }

    private EmotionScores scores(float[] logits) {
        return calibration.map(one -> one.scores(logits)).orElseGet(() -> EmotionScores.ofLogits(logits));
    }

    private Optional<Boolean> doubted(TokenWindows windows, List<float[]> answers) {
        return calibration.map(one ->
                windows.mean(answers.stream().mapToDouble(one::certaintyOf).toArray()) < one.threshold());
    }

    /** Runs each sequence once, and those not at all that are known; those of like length beside each other. */
    private Map<LongBuffer, float[]> logits(List<long[]> sequences, Urgency urgency, Deadline deadline) {
        Map<LongBuffer, float[]> logits = new LinkedHashMap<>();
        Map<LongBuffer, long[]> unknown = new LinkedHashMap<>();
        for (long[] ids : sequences) {
            known.of(ids)
                    .ifPresentOrElse(
                            found -> logits.put(LongBuffer.wrap(ids), found),
                            () -> unknown.put(LongBuffer.wrap(ids), ids));
        }
        List<long[]> toRun = unknown.values().stream()
                .sorted(Comparator.comparingInt((long[] ids) -> ids.length).reversed())
                .toList();
        // Kept as they come: whoever asks again after a deadline has passed begins where it did.
        passes.run(toRun, urgency, deadline, (ids, found) -> {
            known.put(ids, found);
            logits.put(LongBuffer.wrap(ids), found);
        });
        return logits;
    }

    /** Begins nothing more of what makes way. */
    void retire() {
        passes.retire();
    }

    @Override
    public void close() {
        passes.close();
        tokenizer.close();
    }

    /**
     * What the network read in one text.
     *
     * @param scores a probability for each emotion
     * @param tokens tokens of the whole text, start and end marks included
     * @param windows in how many windows it was read
     * @param doubted whether the checkpoint's calibration calls the answer uncertain; empty if it has none
     */
    record Reading(EmotionScores scores, int tokens, int windows, Optional<Boolean> doubted) {}
}
