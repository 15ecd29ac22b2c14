package dev.undertone.audit;

import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table of entries. */
@Repository
class StoredHistory implements AuditHistory {

    private static final String SUBJECT = "subject_id = :subjectId";
    private static final String ACTOR = ":actor in (actor_id, actor_name)";
    private static final String ACTION = "action = :action";

    private final JdbcClient jdbc;

    StoredHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEntry> of(String subjectType, String subjectId) {
        return jdbc
                .sql("select " + LinkRows.COLUMNS
                        + " from audit_entry where subject_type = ? and subject_id = ? order by sequence")
                .params(subjectType, subjectId)
                .query((row, number) -> LinkRows.read(row))
                .list()
                .stream()
                .map(Link::asEntry)
                .toList();
    }

    @Override
    public Page<AuditEntry> page(AuditFilter filter, @Nullable String after, Limit limit) {
        Map<String, Object> conditions = conditions(filter);
        if (after != null) {
            conditions.put("sequence < :before", sequence(after));
        }
        List<String> where = List.copyOf(conditions.keySet());
        JdbcClient.StatementSpec query = jdbc.sql(newest(where)).param("limit", limit.value() + 1);
        for (String condition : where) {
            query = query.param(name(condition), conditions.get(condition));
        }
        List<AuditEntry> found = query.query((row, number) -> LinkRows.read(row)).list().stream()
                .map(Link::asEntry)
                .toList();
        return Page.of(found, limit.value(), entry -> Cursor.encode(Long.toString(entry.sequence())));
    }

    /**
     * The newest entries, found in an index: H2 only reads one in its order where the sorting names its columns, and
     * none where a condition has an alternative.
     */
    private static String newest(List<String> where) {
        if (where.contains(SUBJECT)) {
            return select(LinkRows.COLUMNS, where, "subject_id desc, ");
        }
        if (where.contains(ACTOR)) {
            return "select " + LinkRows.COLUMNS + " from audit_entry where sequence in ("
                    + byActor("actor_id", where) + " union " + byActor("actor_name", where)
                    + ") order by sequence desc limit :limit";
        }
        return select(LinkRows.COLUMNS, where, where.contains(ACTION) ? "action desc, " : "");
    }

    private static String byActor(String column, List<String> where) {
        List<String> theirs = where.stream()
                .map(condition -> condition.equals(ACTOR) ? column + " = :actor" : condition)
                .toList();
        return "(" + select("sequence", theirs, column + " desc, ") + ")";
    }

    private static String select(String columns, List<String> where, String order) {
        return "select " + columns + " from audit_entry"
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + " order by " + order
                + "sequence desc limit :limit";
    }

    @Override
    public long length() {
        return jdbc.sql("select entries from audit_head where id = 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<String> subjects(String subjectType, long after, long upTo, String except) {
        return jdbc.sql("""
                select distinct subject_id from audit_entry
                where sequence > :after and sequence <= :upTo and subject_type = :type and action <> :except
                """)
                .param("after", after)
                .param("upTo", upTo)
                .param("type", subjectType)
                .param("except", except)
                .query(String.class)
                .list();
    }

    private static Map<String, Object> conditions(AuditFilter filter) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "subject_type = :subjectType", filter.subjectType());
        put(conditions, SUBJECT, filter.subjectId());
        put(conditions, ACTOR, filter.actor());
        put(conditions, ACTION, filter.action());
        put(conditions, "at >= :since", filter.since().map(time -> time.atOffset(ZoneOffset.UTC)));
        put(conditions, "at < :until", filter.until().map(time -> time.atOffset(ZoneOffset.UTC)));
        return conditions;
    }

    private static void put(Map<String, Object> conditions, String condition, Optional<?> value) {
        value.ifPresent(present -> conditions.put(condition, present));
    }

    /** The one parameter of a condition. */
    private static String name(String condition) {
        return condition.substring(condition.indexOf(':') + 1).split(" ", 2)[0];
    }

    private static long sequence(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).parts().get(0));
        } catch (NumberFormatException notOurs) {
            throw new BadCursor(notOurs);
        }
    }
}
