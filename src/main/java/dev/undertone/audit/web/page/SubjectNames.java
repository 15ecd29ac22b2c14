package dev.undertone.audit.web.page;

import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.Change;
import dev.undertone.audit.KnownNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The names of what entries are about, asked for once for all of a page. */
@Component
class SubjectNames {

    private final List<KnownNames> known;

    SubjectNames(List<KnownNames> known) {
        this.known = known;
    }

    /** By id; what has no name any more, or never had one, is not among them. */
    Map<String, String> of(List<AuditEntry> entries) {
        Map<String, Set<String>> ids = entries.stream()
                .map(AuditEntry::change)
                .collect(Collectors.groupingBy(
                        Change::subjectType, Collectors.mapping(Change::subjectId, Collectors.toSet())));
        Map<String, String> names = new HashMap<>();
        ids.forEach((type, some) -> known.forEach(one -> names.putAll(one.of(type, some))));
        return names;
    }
}
