package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.Resolution;
import dev.undertone.policy.Readings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One stored submission after the other, in the same place, so that a preview of very many makes no garbage. */
final class StoredRow implements Readings {

    /** In the order in which {@link #read} takes them; the probabilities in label order. */
    static final String COLUMNS =
            "id, channel, text_length, p_sadness, p_joy, p_love, p_anger, p_fear, p_surprise," + " notices, resolution";

    private static final int FIRST_PROBABILITY = 4;

    private final double[] probabilities = new double[Emotion.inOrder().size()];
    /** There are few combinations, so that each is taken apart once. */
    private final Map<String, Set<Notice>> known = new HashMap<>();

    private UUID id = new UUID(0, 0);
    private String channel = "";
    private int length;
    private Set<Notice> notices = Set.of();
    private Optional<Resolution> resolution = Optional.empty();
    private boolean scored;

    void read(ResultSet row) throws SQLException {
        id = row.getObject(1, UUID.class);
        channel = row.getString(2);
        length = row.getInt(3);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = row.getDouble(FIRST_PROBABILITY + i);
        }
        scored = !row.wasNull();
        String names = row.getString(10);
        notices = names == null ? Set.of() : known.computeIfAbsent(names, StoredRow::parse);
        String decided = row.getString(11);
        resolution = decided == null ? Optional.empty() : Optional.of(Resolution.valueOf(decided));
    }

    private static Set<Notice> parse(String names) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Notice::valueOf)
                .forEach(notices::add);
        return notices;
    }

    UUID id() {
        return id;
    }

    /** Whether the model said anything about it. */
    boolean scored() {
        return scored;
    }

    Optional<Resolution> resolution() {
        return resolution;
    }

    @Override
    public double of(Emotion emotion) {
        return probabilities[emotion.id()];
    }

    @Override
    public boolean has(Notice notice) {
        return notices.contains(notice);
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public int length() {
        return length;
    }
}
