package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts stored scores, all emotions in one statement. */
@Service
public class ScoreHistograms {

    private static final String SQL = Emotion.inOrder().stream()
            .map(emotion -> "select " + emotion.id() + " as emotion, bin, count(*) as scores from (select least("
                    + (ScoreHistogram.BINS - 1) + ", cast(floor(p_" + emotion.label() + " * " + ScoreHistogram.BINS
                    + ") as integer)) as bin from submission where p_" + emotion.label()
                    + " is not null) b group by bin")
            .collect(Collectors.joining(" union all "));

    private final JdbcClient jdbc;

    ScoreHistograms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The spread of everything that is stored. */
    public ScoreHistogram ofAll() {
        Map<Emotion, List<Long>> bins = new EnumMap<>(Emotion.class);
        Emotion.inOrder()
                .forEach(emotion -> bins.put(emotion, new ArrayList<>(Collections.nCopies(ScoreHistogram.BINS, 0L))));
        jdbc.sql(SQL).query((RowCallbackHandler) row -> {
            List<Long> counts = bins.getOrDefault(Emotion.inOrder().get(row.getInt("emotion")), List.of());
            counts.set(row.getInt("bin"), row.getLong("scores"));
        });
        return new ScoreHistogram(bins);
    }
}
