package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.Resolution;
import dev.undertone.policy.Aspect;
import dev.undertone.policy.Readings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One stored submission after the other, in the same place, so that a preview of very many makes no garbage. */
final class StoredRow implements Readings {

    private final List<Column> columns = new ArrayList<>();
    private final double[] probabilities = new double[Emotion.inOrder().size()];
    /** There are few combinations, so that each is taken apart once. */
    private final Map<String, Set<Notice>> known = new HashMap<>();

    private UUID id = new UUID(0, 0);
    private Optional<Resolution> resolution = Optional.empty();
    private boolean scored;
    // What nobody said would be looked at stays as it is here.
    private @Nullable String channel;
    private int length = -1;
    private @Nullable Set<Notice> notices;

    /** A row of these aspects, and of one probability at least, to tell whether there are any. */
    StoredRow(Set<Aspect> aspects) {
        Arrays.fill(probabilities, Double.NaN);
        columns.add(new Column("id", (row, at) -> id = row.getObject(at, UUID.class)));
        columns.add(new Column("resolution", (row, at) -> resolution = resolution(row.getString(at))));
        aspects.forEach(aspect -> columns.add(column(aspect)));
        if (aspects.stream().noneMatch(Aspect.Probability.class::isInstance)) {
            columns.add(column(new Aspect.Probability(Emotion.inOrder().get(0))));
        }
        // A set has no order, and the same statement should be the same text.
        columns.sort(Comparator.comparing(Column::name));
    }

    private Column column(Aspect aspect) {
        if (aspect instanceof Aspect.Probability probability) {
            Emotion emotion = probability.emotion();
            return new Column("p_" + emotion.label(), (row, at) -> {
                probabilities[emotion.id()] = row.getDouble(at);
                scored = !row.wasNull();
            });
        }
        return switch ((Aspect.Circumstance) aspect) {
            case NOTICES -> new Column("notices", (row, at) -> notices = notices(row.getString(at)));
            case CHANNEL -> new Column("channel", (row, at) -> channel = row.getString(at));
            case LENGTH -> new Column("text_length", (row, at) -> length = row.getInt(at));
        };
    }

    /** What {@link #read} takes, in this order. */
    String columns() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    void read(ResultSet row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).reader().read(row, i + 1);
        }
    }

    private static Optional<Resolution> resolution(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.of(Resolution.valueOf(name));
    }

    private Set<Notice> notices(@Nullable String names) {
        return names == null ? Set.of() : known.computeIfAbsent(names, StoredRow::parse);
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
            throw new NotRead(new Aspect.Probability(emotion));
        }
        return probability;
    }

    @Override
    public boolean has(Notice notice) {
        if (notices == null) {
            throw new NotRead(Aspect.Circumstance.NOTICES);
        }
        return notices.contains(notice);
    }

    @Override
    public String channel() {
        if (channel == null) {
            throw new NotRead(Aspect.Circumstance.CHANNEL);
        }
        return channel;
    }

    @Override
    public int length() {
        if (length < 0) {
            throw new NotRead(Aspect.Circumstance.LENGTH);
        }
        return length;
    }

    /**
     * A column and what is done with it.
     *
     * @param name in the table of submissions
     * @param reader takes it from a row
     */
    private record Column(String name, Reader reader) {}

    private interface Reader {
        void read(ResultSet row, int at) throws SQLException;
    }

    /** A rule looks at something that it had not named. */
    private static final class NotRead extends IllegalStateException {
        NotRead(Aspect aspect) {
            super(aspect + " was not read");
        }
    }
}
