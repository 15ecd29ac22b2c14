package dev.undertone.review.reader;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scores of items without anything else. */
@Component
public class ItemScores {

    private final JdbcClient jdbc;

    ItemScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the items that exist and that a model has read, in no order. */
    public List<EmotionScores> of(Collection<UUID> items) {
        return jdbc.sql("select sadness, joy, love, anger, fear, surprise from reviewable"
                        + " where id in (:items) and anger is not null")
                .param("items", items)
                .query((row, number) -> scores(row))
                .list();
    }

    private static EmotionScores scores(ResultSet row) throws SQLException {
        List<Double> probabilities = new ArrayList<>();
        for (Emotion emotion : Emotion.inOrder()) {
            probabilities.add(row.getDouble(emotion.label()));
        }
        return new EmotionScores(probabilities);
    }
}
