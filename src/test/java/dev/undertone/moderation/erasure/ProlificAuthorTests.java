package dev.undertone.moderation.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditChain;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.NewSubmission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has written very much goes in portions, each of which holds others up for a short time only. */
final class ProlificAuthorTests {

    private static final int AT_ONCE = 1_000;
    private static final int MORE = 3;

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final ApplicationContext context;
        private final AuthorErasure erasure;
        private final ApplicationEventMulticaster events;
        private final JdbcTemplate jdbc;
        private final List<Integer> portions = new ArrayList<>();
        private final ApplicationListener<PayloadApplicationEvent<?>> watch = this::watch;
        private int mostPortions = Integer.MAX_VALUE;

        Cases(ApplicationContext context) {
            this.context = context;
            this.erasure = context.getBean(AuthorErasure.class);
            this.events = context.getBean(ApplicationEventMulticaster.class);
            this.jdbc = context.getBean(JdbcTemplate.class);
        }

        private void watch(PayloadApplicationEvent<?> event) {
            if (event.getPayload() instanceof AuthorErased erased) {
                portions.add(erased.submissions().size());
                if (portions.size() > mostPortions) {
                    throw new IllegalStateException("as if the service were stopped here");
                }
            }
        }

        @BeforeEach
        void begin() {
            events.addApplicationListener(watch);
            BulkIntake intake = context.getBean(BulkIntake.class);
            NewSubmission furious =
                    new NewSubmission(Optional.empty(), "forum", Optional.of("ann"), "I am furious", Optional.empty());
            intake.submitAll(Collections.nCopies(AT_ONCE, furious), Actor.service(), receipts -> {});
            intake.submitAll(Collections.nCopies(MORE, furious), Actor.service(), receipts -> {});
        }

        @AfterEach
        void end() {
            events.removeApplicationListener(watch);
        }

        @Test
        void theReceiptCountsAllPortions() {
            Receipt receipt = erasure.erase("ann", Actor.service());

            assertThat(portions).containsExactly(AT_ONCE, MORE);
            assertThat(receipt.counts())
                    .containsEntry("submissions", (long) AT_ONCE + MORE)
                    .containsEntry("itemsEnded", (long) AT_ONCE + MORE);
            assertThat(stored("text is null")).isEqualTo(AT_ONCE + MORE);
            assertThat(entries("submission.erased")).isEqualTo(AT_ONCE + MORE);
            assertThat(jdbc.queryForList(
                            "select after_state from audit_entry where action = 'author.erased'", String.class))
                    .singleElement()
                    .asString()
                    .contains("\"submissions\":\"" + (AT_ONCE + MORE) + "\"");
        }

        @Test
        void oneThatIsBrokenOffIsFinishedByRepeatingIt() {
            mostPortions = 1;
            assertThatThrownBy(() -> erasure.erase("ann", Actor.service())).hasMessageContaining("stopped here");
            assertThat(stored("text is null")).isEqualTo(AT_ONCE);
            assertThat(entries("author.erased")).isZero();

            mostPortions = Integer.MAX_VALUE;
            Receipt receipt = erasure.erase("ann", Actor.service());
            assertThat(receipt.counts()).containsEntry("submissions", (long) MORE);
            assertThat(stored("text is not null or author is not null")).isZero();
            assertThat(entries("author.erased")).isEqualTo(1);
            assertThat(context.getBean(AuditChain.class)
                            .verify(Optional.empty())
                            .holds())
                    .isTrue();
        }

        private int stored(String condition) {
            return count("submission where " + condition);
        }

        private int entries(String action) {
            return count("audit_entry where action = '" + action + "'");
        }

        private int count(String from) {
            Integer count = jdbc.queryForObject("select count(*) from " + from, Integer.class);
            return count == null ? -1 : count;
        }
    }
}
