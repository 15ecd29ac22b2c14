package dev.undertone.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.policy.QueueName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No queue is passed over, however close its name is to the one before. */
final class QueueNamesTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private QueueNames names;

        @Test
        void eachQueueWithAnItemIsKnownOnce() {
            List<QueueName> queues = Stream.of("a", "a-", "a--", "a-b", "a0", "a0-", "ab", "b", "z", "z-9", "zz")
                    .map(QueueName::new)
                    .toList();
            queues.forEach(queue -> holdAll(queue, 0.9, 2));

            assertThat(names.known()).containsAll(queues).doesNotHaveDuplicates();
        }
    }
}
