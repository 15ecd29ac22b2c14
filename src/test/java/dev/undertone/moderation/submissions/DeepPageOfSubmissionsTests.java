package dev.undertone.moderation.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnPostgres;
import dev.undertone.database.RowsRead;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.paging.Limit;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever goes far back reads what came then, and not again all that came since. */
@OnPostgres
final class DeepPageOfSubmissionsTests {

    private static final int SENT = 60;

    @Autowired
    private Intake intake;

    @Autowired
    private SubmissionCatalogue catalogue;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"", "forum"})
    void aPageFarBackReadsNothingThatCameAfterIt(String named) {
        Optional<String> channel = Optional.of(named).filter(name -> !name.isEmpty());
        for (int i = 0; i < SENT; i++) {
            intake.submit(
                    new NewSubmission(Optional.empty(), "forum", Optional.empty(), "hello", Optional.empty()),
                    Actor.service());
            clock.advance(Duration.ofSeconds(1));
        }
        Optional<String> deep = Optional.ofNullable(
                catalogue.page(channel, Optional.empty(), new Limit(50)).next());

        assertThat(new RowsRead(jdbc, transaction).of("submission", () -> catalogue.page(channel, deep, new Limit(5))))
                .isLessThan(20);
    }
}
