package dev.undertone.audit;

import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trail says. */
public interface AuditHistory {

    /** All that happened to one thing, in order. */
    List<AuditEntry> of(String subjectType, String subjectId);

    /**
     * A page of the entries that match, the newest first.
     *
     * @param after the cursor of the page before; null for the first page
     * @throws dev.undertone.paging.BadCursor if it is none of this list
     */
    Page<AuditEntry> page(AuditFilter filter, @Nullable String after, Limit limit);
}
