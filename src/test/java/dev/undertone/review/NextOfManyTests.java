package dev.undertone.review;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.Caller;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.drill.Form;
import dev.undertone.policy.QueueName;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** However many wait, in all queues and of all ages, the next is the one whose rank is the earliest. */
final class NextOfManyTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        private static final int ITEMS = Form.of(2_000, 20_000);
        private static final int TAKEN = 20;

        @Test
        void theNextOfManyAreTheFirstInOrderThatNobodyHolds(@Autowired JdbcTemplate template) {
            new QueueLoad(template).fill(ITEMS, clock.instant());

            List<OffsetDateTime> firstOfConduct = ranks("holder_id is null and queue = 'conduct'");
            assertThat(taken(Optional.of(CONDUCT), ANNA)).isEqualTo(firstOfConduct);
            List<OffsetDateTime> firstOfAll = ranks("holder_id is null");
            assertThat(taken(Optional.empty(), LEA)).isEqualTo(firstOfAll);
        }

        /** As the items of one target have them. */
        private List<OffsetDateTime> ranks(String condition) {
            return jdbc.sql("select ranked_at from reviewable where " + condition + " order by ranked_at fetch first "
                            + TAKEN + " rows only")
                    .query(OffsetDateTime.class)
                    .list();
        }

        private List<OffsetDateTime> taken(Optional<QueueName> from, Caller caller) {
            return Stream.generate(() -> claims.next(from, caller).orElseThrow())
                    .limit(TAKEN)
                    .map(this::rank)
                    .toList();
        }

        private OffsetDateTime rank(UUID id) {
            return jdbc.sql("select ranked_at from reviewable where id = ?")
                    .param(id)
                    .query(OffsetDateTime.class)
                    .single();
        }
    }
}
