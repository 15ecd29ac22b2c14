package dev.undertone.review.triage;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnPostgres;
import dev.undertone.database.RowsRead;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.decisions.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What leads see of decisions about many items when there have been very many. */
@OnPostgres
final class OldBulksTests extends ReviewCases {

    private static final int BULKS = 40;
    private static final int SHOWN = 10;
    private static final int EACH = 5;

    @Autowired
    private RecentBulks recent;

    @Test
    void leadsSeeTheNewestWithoutReadingTheOldOnes() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < BULKS; i++) {
            clock.advance(Duration.ofMinutes(1));
            made.add(
                    0,
                    bulk.decide(holdAll(CONDUCT, 0.95, EACH), plainly(Outcome.IGNORED), ANNA)
                            .id());
        }
        List<UUID> shown = new ArrayList<>();
        long read = new RowsRead(jdbc, transaction)
                .of("decision", () -> recent.of(LEA).forEach(each -> shown.add(each.id())));

        assertThat(shown).isEqualTo(made.subList(0, SHOWN));
        assertThat(read).isLessThan(BULKS * EACH);
    }
}
