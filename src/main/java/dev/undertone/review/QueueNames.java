package dev.undertone.review;

import dev.undertone.policy.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which queues there are. */
@Component
public class QueueNames {

    private final JdbcClient jdbc;

    QueueNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All queues that ever had an item, each found by a step in the index instead of reading all items. */
    public List<QueueName> known() {
        List<QueueName> queues = new ArrayList<>();
        Optional<String> next = from("");
        while (next.isPresent()) {
            queues.add(new QueueName(next.get()));
            // The least name that can follow. With "greater than" H2 would first read all items of the queue before.
            next = from(next.get() + "-");
        }
        return queues;
    }

    private Optional<String> from(String least) {
        return jdbc.sql("""
                select queue from reviewable where queue >= :least
                order by queue, status, ranked_at, id fetch first 1 row only
                """).param("least", least).query(String.class).optional();
    }
}
