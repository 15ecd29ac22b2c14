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

    /** How many entries there are; the number of the last. Entries get their numbers in the order of the commits. */
    long length();

    /**
     * The ids of the things of one sort that something happened to, each once.
     *
     * @param after the number of the entry behind which to start
     * @param upTo the number of the last entry to look at
     * @param except an action that does not count
     */
    List<String> subjects(String subjectType, long after, long upTo, String except);
}
