package dev.undertone.audit;

import java.util.Map;
import java.util.Set;

/**
 * What people call some of the things that were changed. The trail keeps their ids only; whoever keeps the things has
 * the names, for as long as they are there.
 */
public interface KnownNames {

    /**
     * The names of those that are still there, by id.
     *
     * @param subjectType the sort of thing; of a sort that this one does not keep it knows nothing
     * @param ids which ones
     */
    Map<String, String> of(String subjectType, Set<String> ids);
}
