package dev.undertone.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows of the table of entries. */
final class LinkRows {

    /** The columns, in the order in which they are written and read. */
    static final String COLUMNS = "sequence, at, actor_kind, actor_id, actor_name, actor_address, action, subject_type,"
            + " subject_id, before_state, after_state, checkpoint, policy_version, previous_hash, hash";

    static final String INSERT =
            "insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private LinkRows() {}

    static void fill(PreparedStatement row, Link link) throws SQLException {
        row.setLong(1, link.sequence());
        row.setObject(2, link.at().atOffset(ZoneOffset.UTC));
        row.setString(3, link.actorKind());
        row.setString(4, link.actorId());
        row.setString(5, link.actorName());
        row.setString(6, link.actorAddress());
        row.setString(7, link.action());
        row.setString(8, link.subjectType());
        row.setString(9, link.subjectId());
        row.setString(10, link.before());
        row.setString(11, link.after());
        row.setString(12, link.checkpoint());
        row.setString(13, link.policyVersion());
        row.setString(14, link.previousHash());
        row.setString(15, link.hash());
    }

    static Link read(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("actor_address"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("before_state"),
                row.getString("after_state"),
                row.getString("checkpoint"),
                row.getString("policy_version"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
