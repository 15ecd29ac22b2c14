package dev.undertone.moderation.policies.preview;

import dev.undertone.policy.Outcome;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** What a version would have done; nothing if it never stood in the shadow. */
    public Shadow of(UUID version) {
        Tally tally = new Tally();
        Map<List<String>, Long> differences = new TreeMap<>(
                Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)));
        jdbc.sql("""
                        select verdict, queue, done, count(*) from shadow_judgement
                        where policy_version_id = :version group by verdict, queue, done
                        """).param("version", version).query((RowCallbackHandler) row -> {
            long submissions = row.getLong(4);
            tally.count(outcome(row), submissions);
            String would = row.getString(1);
            String was = row.getString(3);
            if (was != null && !was.equals(would)) {
                differences.merge(List.of(would, was), submissions, Long::sum);
            }
        });
        return new Shadow(tally.counts(), mostFrequentFirst(differences));
    }

    private static List<Difference> mostFrequentFirst(Map<List<String>, Long> differences) {
        return differences.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Long>comparingByValue().reversed())
                .map(entry ->
                        new Difference(entry.getKey().get(1), entry.getKey().get(0), entry.getValue()))
                .toList();
    }

    /**
     * What a version would have done while it stood in the shadow.
     *
     * @param counts how often it would have said what
     * @param differences for each pair of verdicts that differ, about how many submissions, the most frequent first
     */
    public record Shadow(Counts counts, List<Difference> differences) {

        /** Copies the list. */
        public Shadow {
            differences = List.copyOf(differences);
        }
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
