package dev.undertone.review.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the ids of items by filter and in order. */
@Component
public class ItemSelection {

    private final JdbcClient jdbc;
    private final Heads heads;

    ItemSelection(JdbcClient jdbc, Heads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** How many items a filter matches. */
    public int count(ItemFilter filter) {
        return jdbc.sql("select count(*) from reviewable where " + filter.condition())
                .params(filter.parameters())
                .query(Integer.class)
                .single();
    }

    /** The ids of the oldest items that a filter matches. */
    public List<UUID> ids(ItemFilter filter, int most) {
        return jdbc.sql("select id from reviewable where " + filter.condition()
                        + " order by created_at, id fetch first " + most + " rows only")
                .params(filter.parameters())
                .query(UUID.class)
                .list();
    }

    /** The places of the items behind a place, or from the start. */
    List<Place> after(ItemFilter filter, ItemOrder order, Instant asOf, Optional<Place> last, int most) {
        return switch (order) {
            case OLDEST -> byTime(filter, new Time(order, "created_at", false, asOf), last, most);
            case NEWEST -> byTime(filter, new Time(order, "created_at", true, asOf), last, most);
            case PRIORITY -> heads.after(filter, asOf, last, most);
        };
    }

    private List<Place> byTime(ItemFilter filter, Time time, Optional<Place> last, int most) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        String beyond = last.map(place -> {
                    parameters.put("key", place.keyAsTime().atOffset(ZoneOffset.UTC));
                    parameters.put("id", place.id());
                    return time.beyond();
                })
                .orElse("");
        return jdbc.sql(String.format(
                        Locale.ROOT,
                        "select id, %s as sort_key from reviewable where %s %s order by %s fetch first %d rows only",
                        time.column(),
                        filter.condition(),
                        beyond,
                        time.order(filter),
                        most))
                .params(parameters)
                .query((row, number) ->
                        new Place(time.label(), time.asOf(), instant(row).toString(), id(row)))
                .list();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("sort_key", OffsetDateTime.class).toInstant();
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    /** A list sorted by a column that holds a time. */
    private record Time(ItemOrder label, String column, boolean latestFirst, Instant asOf) {

        /** In a form in which an index begins at the place, and not at the start of the list. */
        String beyond() {
            return String.format(
                    Locale.ROOT,
                    "and %1$s %2$s= :key and (%1$s %2$s :key or id %2$s :id)",
                    column,
                    latestFirst ? "<" : ">");
        }

        /** Names the columns of the index where one serves: H2 only then reads it instead of sorting. */
        String order(ItemFilter filter) {
            String direction = latestFirst ? " desc" : "";
            boolean indexed = filter.statuses().size() == 1;
            String leading = indexed ? "status" + direction + ", " : "";
            return leading + column + direction + ", id" + direction;
        }
    }
}
