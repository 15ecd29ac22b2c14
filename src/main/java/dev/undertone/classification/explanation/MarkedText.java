package dev.undertone.classification.explanation;

import dev.undertone.classification.WordWeight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with the words marked that moved its score.
 *
 * @param pieces the whole text, cut where a mark begins or ends
 * @param strongest the words that moved it most, strongest first
 */
public record MarkedText(List<Piece> pieces, List<Word> strongest) {

    /** A word that moves the score by less than one point is not worth a reader's eye. */
    private static final double WORTH_A_MARK = 0.01;

    private static final int LISTED = 5;

    /** Marks the words of a text that are worth it. */
    public static MarkedText of(String text, List<WordWeight> weights) {
        double heaviest = weights.stream().mapToDouble(WordWeight::weight).max().orElse(0);
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (WordWeight word : weights) {
            int strength = strength(word.weight(), heaviest);
            if (strength > 0) {
                pieces.add(new Piece(text.substring(done, word.start()), 0));
                pieces.add(new Piece(text.substring(word.start(), word.end()), strength));
                done = word.end();
            }
        }
        pieces.add(new Piece(text.substring(done), 0));
        List<Word> strongest = weights.stream()
                .filter(word -> word.weight() >= WORTH_A_MARK)
                .sorted(Comparator.comparingDouble(WordWeight::weight).reversed())
                .limit(LISTED)
                .map(word -> new Word(text.substring(word.start(), word.end()), word.weight()))
                .toList();
        return new MarkedText(List.copyOf(pieces), strongest);
    }

    /** 3 for words near the heaviest, 1 for light ones, 0 for those not worth a mark. */
    private static int strength(double weight, double heaviest) {
        if (weight < WORTH_A_MARK) {
            return 0;
        }
        double share = weight / heaviest;
        return share >= 0.6 ? 3 : share >= 0.25 ? 2 : 1;
    }

    /**
     * A piece of the text.
     *
     * @param text its characters
     * @param strength 0 without a mark, 1 to 3 with a light to a strong one
     */
    public record Piece(String text, int strength) {}

    /**
     * A word and its weight.
     *
     * @param text as it stands in the text
     * @param weight how far the winner's probability falls without it
     */
    public record Word(String text, double weight) {

        /** The weight in hundredths. */
        public long points() {
            return Math.round(weight * 100);
        }
    }
}
