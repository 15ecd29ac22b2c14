package dev.undertone.review;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.Limit;
import dev.undertone.review.reading.ItemFilter;
import dev.undertone.review.reading.ItemOrder;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The next of 100,000; says in the log how long it took. */
final class NextOfManyTests {

    private static final Logger LOG = LoggerFactory.getLogger(NextOfManyTests.class);

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    @Tag("drill")
    abstract static class Cases extends ReviewCases {

        private static final int ITEMS = 100_000;

        @Autowired
        private JdbcTemplate template;

        @Test
        void theNextOfAHundredThousandIsTheFirstInOrder() throws Exception {
            new QueueLoad(template).fill(ITEMS, clock.instant());
            ItemFilter conduct = new ItemFilter(Optional.of(CONDUCT), Set.of(), Optional.empty(), Optional.empty());
            ItemFilter all = new ItemFilter(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

            LOG.info("next of a queue: {}", QueueLoad.time(200, () -> claims.next(Optional.of(CONDUCT), ANNA)));
            LOG.info("next of all: {}", QueueLoad.time(200, () -> claims.next(Optional.empty(), LEA)));
            LOG.info("page of a queue: {}", QueueLoad.time(20, () -> page(conduct)));
            LOG.info("page of all: {}", QueueLoad.time(20, () -> page(all)));

            // 1,000 were held at the start, and what was held and asked for is held now.
            assertThat(jdbc.sql("select count(*) from reviewable where holder_id is not null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ITEMS / 100 + 400);
        }

        private Object page(ItemFilter filter) {
            return queue.page(filter, ItemOrder.PRIORITY, Optional.empty(), Limit.of(null));
        }
    }
}
