package dev.undertone.moderation.policies;

import dev.undertone.moderation.policies.rules.RulesReader;
import dev.undertone.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one row that says which version is live and counts the changes. */
@Component
class Standing {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Standing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often what is in force has changed; empty before there is a first policy. */
    Optional<Long> counter() {
        return jdbc.sql("select counter from policy_standing where id = 1")
                .query(Long.class)
                .optional();
    }

    /** The version that judges, as it is at this moment; empty before there is a first policy. */
    Optional<UUID> live() {
        return jdbc.sql("select live_id from policy_standing where id = 1")
                .query(UUID.class)
                .optional();
    }

    /** Waits until nobody else changes policies, until the end of the running transaction; gives the live version. */
    UUID lock() {
        return jdbc.sql("select live_id from policy_standing where id = 1 for update")
                .query(UUID.class)
                .single();
    }

    /** The row for the first policy, whose id is told by {@link #changed}; whoever comes second waits and fails. */
    void insert() {
        jdbc.sql("insert into policy_standing (id, counter) values (1, 0)").update();
    }

    /** Lets every instance know that what is in force has changed. */
    void changed(UUID live) {
        jdbc.sql("update policy_standing set counter = counter + 1, live_id = :live where id = 1")
                .param("live", live)
                .update();
    }

    /** The live version and the shadows as they are at this moment; empty before there is a first policy. */
    Optional<InForce> inForce() {
        List<Row> rows = jdbc.sql("""
                        select s.counter, v.id, v.rules, v.number, p.name,
                               case when v.id = s.live_id then 1 else 0 end as live
                        from policy_standing s
                        join policy_version v on v.id = s.live_id or v.state = 'SHADOW'
                        join policy p on p.id = v.policy_id
                        where s.id = 1 order by v.id
                        """).query(Standing::row).list();
        return rows.stream()
                .filter(Row::live)
                .findFirst()
                .map(live -> new InForce(
                        live.counter(),
                        live.version(),
                        rows.stream()
                                .filter(row -> !row.live())
                                .map(Row::version)
                                .toList()));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        String label = row.getString("name") + "@" + row.getInt("number");
        Policy policy = parse(row.getString("rules"));
        return new Row(
                row.getLong("counter"),
                row.getInt("live") == 1,
                new InForce.Version(row.getObject("id", UUID.class), label, policy));
    }

    /** The policy that was stored as JSON. */
    static Policy parse(String rules) {
        return RulesReader.read(JSON.readTree(rules), "/rules");
    }

    private record Row(long counter, boolean live, InForce.Version version) {}
}
