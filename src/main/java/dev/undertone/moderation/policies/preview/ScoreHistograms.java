package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts stored scores, all emotions in one reading. */
@Service
public class ScoreHistograms {

    private final StoredScores scores;

    ScoreHistograms(StoredScores scores) {
        this.scores = scores;
    }

    /** The spread of everything that is stored, of these emotions alone, as each takes time to read. */
    @Transactional(readOnly = true)
    public ScoreHistogram of(Set<Emotion> emotions) {
        Spread spread = new Spread(emotions);
        if (!emotions.isEmpty()) {
            scores.forEach(Selection.ALL, spread.aspects(), spread::count);
        }
        return spread.result();
    }
}
