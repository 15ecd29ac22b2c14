package dev.undertone.moderation.policies.preview;

import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What versions would have done while they stood in the shadow. */
@Service
public class Shadows {

    private final JdbcClient jdbc;

    Shadows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often a version would have said what; zeros if it never stood in the shadow. */
    public Counts of(UUID version) {
        Tally tally = new Tally();
        jdbc.sql("""
                        select verdict, queue, count(*) from shadow_judgement
                        where policy_version_id = :version group by verdict, queue
                        """).param("version", version).query((RowCallbackHandler)
                row -> tally.count(outcome(row), row.getLong(3)));
        return tally.counts();
    }

    /**
     * Where a version and those that judged meanwhile differ.
     *
     * @return how many submissions for each pair of verdicts that differ, the most frequent first
     */
    public List<Difference> differences(UUID version) {
        return jdbc.sql("""
                        select s.verdict as would, b.verdict as was, count(*) as submissions from shadow_judgement s
                        join submission b on b.id = s.submission_id
                        where s.policy_version_id = :version and s.verdict <> b.verdict
                        group by s.verdict, b.verdict order by count(*) desc, s.verdict, b.verdict
                        """)
                .param("version", version)
                .query((row, index) ->
                        new Difference(row.getString("was"), row.getString("would"), row.getLong("submissions")))
                .list();
    }

    /**
     * Submissions about which a version in the shadow said something else than what was done.
     *
     * @param was what was done: ALLOW, HOLD or BLOCK
     * @param would what the version would have done
     * @param submissions how many
     */
    public record Difference(String was, String would, long submissions) {}

    private static Outcome outcome(ResultSet row) throws SQLException {
        Optional<QueueName> queue = Optional.ofNullable(row.getString(2)).map(QueueName::new);
        Verdict verdict = switch (row.getString(1)) {
            case "ALLOW" -> new Verdict.Allow();
            case "BLOCK" -> new Verdict.Block();
            default -> new Verdict.Hold(queue.orElseThrow());
        };
        return new Outcome(verdict, queue);
    }
}
