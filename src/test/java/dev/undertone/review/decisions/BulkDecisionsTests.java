package dev.undertone.review.decisions;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Situation;
import dev.undertone.review.reading.ItemFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many at once, and back as one. */
final class BulkDecisionsTests {

    private static final ItemFilter ALL =
            new ItemFilter(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Test
        void whatOthersHaveOrHaveDecidedIsSkippedAndNamed() {
            List<UUID> ids = new ArrayList<>(holdAll(CONDUCT, 0.9, 5));
            claims.claim(ids.get(0), BEN);
            decide(ids.get(1), Outcome.APPROVED, BEN);
            decide(ids.get(2), Outcome.ESCALATED, BEN);
            claims.claim(ids.get(3), ANNA);
            ids.add(UUID.randomUUID());

            BulkDecisions.Result result = bulk.decide(ids, plainly(Outcome.REJECTED), ANNA);

            assertThat(result.lines())
                    .extracting(line -> line.skipped().orElse("-"))
                    .satisfiesExactly(
                            held -> assertThat(held).isEqualTo("held by ben"),
                            decided -> assertThat(decided).startsWith("ben decided APPROVED"),
                            escalated -> assertThat(escalated).isEqualTo("it waits for a lead"),
                            own -> assertThat(own).isEqualTo("-"),
                            free -> assertThat(free).isEqualTo("-"),
                            missing -> assertThat(missing).isEqualTo("there is no such item"));
            assertThat(result.decided()).isEqualTo(2);
            assertThat(trail(ids.get(4))).containsExactly("reviewable.queued", "decision.made");
        }

        @Test
        void aThousandAreUndoneAsOneExactly() {
            List<UUID> ids = new ArrayList<>(holdAll(CONDUCT, 0.9, 998));
            UUID escalated = hold(CONDUCT, 0.5);
            UUID held = hold(CARE, 0.5);
            decide(escalated, Outcome.ESCALATED, ANNA);
            claims.claim(held, LEA);
            assignments.hold(held, lease(held).token(), Optional.empty(), Optional.of(clock.instant()), LEA);
            ids.addAll(List.of(escalated, held));
            List<Situation> before = situations(ids);

            BulkDecisions.Result result = bulk.decide(ids, plainly(Outcome.IGNORED), LEA);
            assertThat(result.decided()).isEqualTo(1000);
            assertThat(situations(ids)).extracting(Situation::status).containsOnly(ReviewStatus.DECIDED);
            List<Decision> undoing = undo.undo(result.id(), LEA);

            assertThat(situations(ids)).isEqualTo(before);
            assertThat(undoing).hasSize(1000).extracting(Decision::bulk).doesNotContain(Optional.empty());
            assertThat(item(escalated).lastDecision().orElseThrow().outcome()).isEqualTo("ESCALATED");
            assertThat(jdbc.sql("select count(*) from audit_entry where action = 'decision.undone'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1000);
        }

        private List<Situation> situations(List<UUID> ids) {
            return ids.stream().map(id -> item(id).situation()).toList();
        }

        @Test
        void aFilterFindsWhatItSays() {
            UUID angry = hold(CONDUCT, 0.9);
            hold(CONDUCT, 0.5);
            hold(CARE, 0.9);
            holdUnread();
            ItemFilter filter = new ItemFilter(
                    Optional.of(CONDUCT),
                    Set.of(ReviewStatus.OPEN),
                    Optional.of("rage"),
                    Optional.of(new ItemFilter.Range(Emotion.ANGER, 0.8, 1)));

            BulkDecisions.Result result = bulk.decide(filter, OptionalInt.of(1), plainly(Outcome.REJECTED), ANNA);

            assertThat(result.lines()).extracting(BulkDecisions.Line::item).containsExactly(angry);
        }

        @Test
        void moreThanExpectedAreNotDecided() {
            holdAll(CONDUCT, 0.9, 3);

            assertThatThrownBy(() -> bulk.decide(ALL, OptionalInt.of(2), plainly(Outcome.REJECTED), ANNA))
                    .hasMessageContaining("matches 3 items now instead of the expected 2");
            assertThat(queue.counts()).extracting(count -> count.status()).containsOnly(ReviewStatus.OPEN);
        }

        @Test
        void aThousandAndOneAreTooMany() {
            holdAll(CONDUCT, 0.9, 1001);

            assertThatThrownBy(() -> bulk.decide(ALL, OptionalInt.empty(), plainly(Outcome.REJECTED), ANNA))
                    .hasMessageContaining("1001 items, at most 1000");
        }

        @Test
        void oneThatMovedOnKeepsTheWholeBulkFromBeingUndone() {
            List<UUID> ids = holdAll(CONDUCT, 0.9, 3);
            BulkDecisions.Result result = bulk.decide(ids, plainly(Outcome.REJECTED), ANNA);
            undo.undo(result.lines().get(1).decision().orElseThrow().id(), ANNA);

            assertThatThrownBy(() -> undo.undo(result.id(), ANNA)).hasMessageContaining(ids.get(1) + " was undone");
            assertThat(item(ids.get(0)).status()).isEqualTo(ReviewStatus.DECIDED);
        }

        @Test
        void anItemNamedTwiceIsDecidedOnce() {
            UUID id = hold(CONDUCT, 0.9);

            assertThat(bulk.decide(List.of(id, id), plainly(Outcome.REJECTED), ANNA)
                            .lines())
                    .hasSize(1);
        }
    }
}
