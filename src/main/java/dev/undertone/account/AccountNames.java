package dev.undertone.account;

import dev.undertone.audit.KnownNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of people and API keys as they are now. */
@Component
class AccountNames implements KnownNames {

    private static final Map<String, String> TABLES = Map.of(People.SUBJECT, "person", ApiKeys.SUBJECT, "api_key");

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> of(String subjectType, Set<String> ids) {
        Optional<String> table = Optional.ofNullable(TABLES.get(subjectType));
        List<UUID> known = ids.stream().flatMap(AccountNames::parsed).toList();
        Map<String, String> names = new HashMap<>();
        if (table.isPresent() && !known.isEmpty()) {
            jdbc.sql("select id, name from " + table.get() + " where id in (:ids)")
                    .param("ids", known)
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class).toString(), row.getString("name"));
                    });
        }
        return names;
    }

    /** Who was refused at the login may have no account and so no id. */
    private static Stream<UUID> parsed(String id) {
        try {
            return Stream.of(UUID.fromString(id));
        } catch (IllegalArgumentException noAccount) {
            return Stream.empty();
        }
    }
}
