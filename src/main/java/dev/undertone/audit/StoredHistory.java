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
        JdbcClient.StatementSpec query = jdbc.sql("select " + LinkRows.COLUMNS + " from audit_entry"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by sequence desc limit :limit")
                .param("limit", limit.value() + 1);
        for (String condition : where) {
            query = query.param(name(condition), conditions.get(condition));
        }
        List<AuditEntry> found = query.query((row, number) -> LinkRows.read(row)).list().stream()
                .map(Link::asEntry)
                .toList();
        return Page.of(found, limit.value(), entry -> Cursor.encode(Long.toString(entry.sequence())));
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
        put(conditions, "subject_id = :subjectId", filter.subjectId());
        put(conditions, ":actor in (actor_id, actor_name)", filter.actor());
        put(conditions, "action = :action", filter.action());
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
