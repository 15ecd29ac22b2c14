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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One stored submission after the other, in the same place, so that a preview of very many makes no garbage. */
final class StoredRow implements Readings {

    private static final int FIRST_PROBABILITY = 6;

    private final List<Emotion> read;
    private final double[] probabilities = new double[Emotion.inOrder().size()];
    /** There are few combinations, so that each is taken apart once. */
    private final Map<String, Set<Notice>> known = new HashMap<>();

    private UUID id = new UUID(0, 0);
    private String channel = "";
    private int length;
    private Set<Notice> notices = Set.of();
    private Optional<Resolution> resolution = Optional.empty();
    private boolean scored;

    /** A row with the probabilities of these emotions, and of one at least, to tell whether there are any. */
    StoredRow(Set<Emotion> emotions) {
        this.read = Emotion.inOrder().stream()
                .filter(emotion -> emotions.contains(emotion) || (emotions.isEmpty() && emotion.id() == 0))
                .toList();
        Arrays.fill(probabilities, Double.NaN);
    }

    /** What {@link #read} takes, in this order. */
    String columns() {
        return read.stream()
                .map(emotion -> ", p_" + emotion.label())
                .collect(Collectors.joining("", "id, channel, text_length, notices, resolution", ""));
    }

    void read(ResultSet row) throws SQLException {
        id = row.getObject(1, UUID.class);
        channel = row.getString(2);
        length = row.getInt(3);
        String names = row.getString(4);
        notices = names == null ? Set.of() : known.computeIfAbsent(names, StoredRow::parse);
        String decided = row.getString(5);
        resolution = decided == null ? Optional.empty() : Optional.of(Resolution.valueOf(decided));
        for (int i = 0; i < read.size(); i++) {
            probabilities[read.get(i).id()] = row.getDouble(FIRST_PROBABILITY + i);
        }
        scored = !row.wasNull();
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
        double probability = probabilities[emotion.id()];
        if (Double.isNaN(probability)) {
            throw new IllegalStateException("the probability of " + emotion.label() + " was not read");
        }
        return probability;
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
