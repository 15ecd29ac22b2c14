package dev.undertone.moderation.policies.preview;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts stored scores, all emotions in one reading. */
@Service
public class ScoreHistograms {

    private final StoredScores scores;

    ScoreHistograms(StoredScores scores) {
        this.scores = scores;
    }

    /** The spread of everything that is stored. */
    @Transactional(readOnly = true)
    public ScoreHistogram ofAll() {
        Spread spread = new Spread();
        scores.forEach(Selection.ALL, Spread.ASPECTS, spread::count);
        return spread.result();
    }
}
