package dev.undertone.classification.explanation;

import dev.undertone.classification.serving.Unanswered;
import dev.undertone.classification.text.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the words that count in a long text with few forward passes: hides whole segments, splits the one with the
 * largest effect, and goes on until it has found single words, used up its budget, or nobody waits any more.
 *
 * <p>Words whose segment was never split are not reported: their own effect is not known. Of simulated texts in which
 * the effects of 3 to 12 words add up, four of five in one direction, 100 % of the three strongest words were found at
 * 150 words, 99 % at 400, 97 % at 1,500 and 96 % at 4,000.
 */
final class Subdivision {

    /** Segments of the first round. */
    static final int FIRST_SEGMENTS = 16;

    /** A quarter at a time reaches one of 4,000 words in four rounds. */
    static final int PARTS = 4;

    private final OccludedText text;
    private int budget;

    Subdivision(OccludedText text, int budget) {
        this.text = text;
        this.budget = budget;
    }

    List<WordFall> find() {
        List<WordFall> found = new ArrayList<>();
        try {
            findAll(found);
        } catch (Unanswered late) {
            // What was found stands, as it does when the budget is used up.
        }
        found.sort(Comparator.comparingInt(WordFall::word));
        return found;
    }

    private void findAll(List<WordFall> found) {
        PriorityQueue<Segment> waiting = new PriorityQueue<>(Segment.LARGEST_EFFECT_FIRST);
        List<Segment> round = new Segment(0, text.words().size(), 0).split(FIRST_SEGMENTS);
        while (!round.isEmpty()) {
            for (Segment segment : measure(round)) {
                if (segment.size() == 1) {
                    found.add(new WordFall(segment.from, segment.fall));
                } else {
                    waiting.add(segment);
                }
            }
            round = nextRound(waiting);
        }
    }

    /** One segment is split at a time, so that the first words are found as early as can be. */
    private List<Segment> nextRound(PriorityQueue<Segment> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Segment> parts = waiting.remove().split(PARTS);
        return parts.size() > budget ? List.of() : parts;
    }

    private List<Segment> measure(List<Segment> segments) {
        budget -= segments.size();
        List<List<Word>> groups = segments.stream()
                .map(segment -> text.words().subList(segment.from, segment.to))
                .toList();
        List<Double> falls = text.fallsWithout(groups);
        List<Segment> measured = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            measured.add(new Segment(segments.get(i).from, segments.get(i).to, falls.get(i)));
        }
        return measured;
    }

    /**
     * A row of words.
     *
     * @param from index of the first word
     * @param to index behind the last
     * @param fall of the winner's probability without all of them
     */
    record Segment(int from, int to, double fall) {

        static final Comparator<Segment> LARGEST_EFFECT_FIRST = Comparator.comparingDouble(Segment::effect)
                .reversed()
                .thenComparingInt(Segment::size)
                .thenComparingInt(Segment::from);

        int size() {
            return to - from;
        }

        private double effect() {
            return Math.abs(fall);
        }

        /** Parts of nearly the same size, as many as asked for or as there are words. */
        List<Segment> split(int parts) {
            int count = Math.min(parts, size());
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                segments.add(new Segment(from + size() * i / count, from + size() * (i + 1) / count, 0));
            }
            return segments;
        }
    }
}
