package dev.undertone.audit.web.page;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditFilter;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.Change;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.textfile.CsvCells;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries as CSV, read page by page so that no more than one of them is in memory. */
@Component
class EntriesFile {

    private static final List<String> HEADER = List.of(
            "sequence",
            "at",
            "actor_kind",
            "actor_id",
            "actor_name",
            "actor_address",
            "action",
            "subject_type",
            "subject_id",
            "before",
            "after",
            "checkpoint",
            "policy_version",
            "hash");

    private final AuditHistory history;
    private final JsonMapper json;

    EntriesFile(AuditHistory history, JsonMapper json) {
        this.history = history;
        this.json = json;
    }

    /** All that match, the newest first. */
    void write(AuditFilter filter, Writer out) {
        try (CsvCells cells = new CsvCells(out)) {
            cells.row(HEADER);
            @Nullable String after = null;
            do {
                Page<AuditEntry> page = history.page(filter, after, new Limit(Limit.MAX));
                page.items().forEach(entry -> cells.row(row(entry)));
                after = page.next();
            } while (after != null);
        }
    }

    private List<String> row(AuditEntry entry) {
        Actor by = entry.by();
        Change change = entry.change();
        return List.of(
                Long.toString(entry.sequence()),
                entry.at().toString(),
                by.kind().name(),
                by.id(),
                by.name(),
                by.address().orElse(""),
                change.action(),
                change.subjectType(),
                change.subjectId(),
                state(change.before()),
                state(change.after()),
                change.checkpoint().orElse(""),
                change.policyVersion().orElse(""),
                entry.hash());
    }

    private String state(Map<String, String> state) {
        return state.isEmpty() ? "" : json.writeValueAsString(state);
    }
}
