package dev.undertone.review.triage;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.policy.QueueName;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.reading.ItemDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many open items at once: what is counted, shown and decided is the same. */
final class TriageTests {

    private static final Bins HIGH = new Bins(45, 50);

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private Triage triage;

        @Autowired
        private RecentBulks recent;

        @Test
        void anItemIsInTheBinOfItsScoreAndOneIsInTheLast() {
            hold(CONDUCT, 0);
            hold(CONDUCT, 0.9);
            hold(CONDUCT, 0.919);
            hold(CONDUCT, 1);
            holdUnread();

            Histogram histogram = triage.histogram(all());

            assertThat(histogram.counts()).hasSize(50);
            assertThat(histogram.counts().get(0)).isEqualTo(1);
            assertThat(histogram.counts().get(45)).isEqualTo(2);
            assertThat(histogram.counts().get(49)).isEqualTo(1);
            assertThat(histogram.unread()).isEqualTo(1);
            assertThat(histogram.total()).isEqualTo(5);
        }

        @Test
        void whateverIsCountedInARangeIsInItsPortion() {
            for (int i = 0; i <= 100; i++) {
                hold(CONDUCT, i / 100.0);
            }
            Histogram histogram = triage.histogram(all());

            for (int from = 0; from < Bins.COUNT; from++) {
                Bins bins = new Bins(from, from + 1);
                assertThat(portion(bins).items()).as("bin " + from).hasSize(histogram.in(bins));
            }
            assertThat(histogram.total()).isEqualTo(101);
        }

        @Test
        void aFilterCountsOnlyWhatItSays() {
            hold(CARE, 0.9);
            UUID decided = hold(CONDUCT, 0.9);
            decide(decided, Outcome.APPROVED, BEN);
            UUID escalated = hold(CONDUCT, 0.9);
            decide(escalated, Outcome.ESCALATED, BEN);
            hold(CONDUCT, 0.9);

            assertThat(triage.histogram(of(Optional.of(CONDUCT), Optional.of("rage"), Optional.of("forum")))
                            .total())
                    .isEqualTo(1);
            assertThat(triage.histogram(of(Optional.of(CONDUCT), Optional.of("other"), Optional.empty()))
                            .total())
                    .isZero();
            assertThat(triage.histogram(of(Optional.empty(), Optional.empty(), Optional.of("chat")))
                            .total())
                    .isZero();
            assertThat(triage.offer()).isEqualTo(new Triage.Offer(List.of("rage"), List.of("forum")));
        }

        @Test
        void theRangeActsOnExactlyWhatWasCounted() {
            List<UUID> counted = holdAll(CONDUCT, 0.95, 4);
            UUID away = hold(CONDUCT, 0.95);
            decide(away, Outcome.APPROVED, BEN);
            Portion portion = portion(HIGH);
            // Meanwhile one comes in, one comes back, one goes up, one is taken and one is decided.
            UUID late = hold(CONDUCT, 0.95);
            undo.undo(item(away).lastDecision().orElseThrow().id(), BEN);
            decide(counted.get(0), Outcome.ESCALATED, BEN);
            claims.claim(counted.get(1), BEN);
            decide(counted.get(2), Outcome.IGNORED, BEN);

            BulkDecisions.Result result = bulk.decideOpen(portion.items(), plainly(Outcome.REJECTED), LEA);

            assertThat(portion.items()).containsExactlyInAnyOrderElementsOf(counted);
            assertThat(result.decided()).isEqualTo(1);
            assertThat(item(counted.get(3)).lastDecision().orElseThrow().outcome())
                    .isEqualTo("REJECTED");
            assertThat(item(late).status()).isEqualTo(ReviewStatus.OPEN);
            assertThat(item(away).status()).isEqualTo(ReviewStatus.OPEN);
            assertThat(result.lines())
                    .flatExtracting(line -> line.skipped().stream().toList())
                    .satisfiesExactlyInAnyOrder(
                            up -> assertThat(up).contains("escalated"),
                            held -> assertThat(held).isEqualTo("held by ben"),
                            decided -> assertThat(decided).startsWith("ben decided IGNORED"));
        }

        @Test
        void whatSomebodyElseHasIsCountedAndTold() {
            List<UUID> all = holdAll(CONDUCT, 0.95, 3);
            claims.claim(all.get(0), BEN);
            claims.claim(all.get(1), ANNA);

            assertThat(portion(HIGH).items()).hasSize(3);
            assertThat(portion(HIGH).elsewhere()).isEqualTo(1);
        }

        @Test
        void thousandAreOnePortionAndTheOldestComeFirst() {
            List<UUID> old = holdAll(CONDUCT, 0.95, 1000);
            clock.advance(java.time.Duration.ofSeconds(1));
            UUID young = hold(CONDUCT, 0.95);

            Portion first = portion(HIGH);
            bulk.decideOpen(first.items(), plainly(Outcome.IGNORED), ANNA);

            assertThat(first.items()).containsExactlyInAnyOrderElementsOf(old);
            assertThat(portion(HIGH).items()).containsExactly(young);
        }

        @Test
        void theSameSeedShowsTheSameTwentyAndAnotherOneOthers() {
            holdAll(CONDUCT, 0.95, 60);
            List<UUID> shown = sample(7);

            assertThat(sample(7)).isEqualTo(shown).hasSize(Triage.SAMPLE);
            assertThat(sample(8)).isNotEqualTo(shown);
        }

        @Test
        void anItemThatGoesChangesOnlyItsOwnPlaceInTheSample() {
            holdAll(CONDUCT, 0.95, 60);
            List<UUID> shown = new ArrayList<>(sample(7));
            decide(shown.get(3), Outcome.APPROVED, BEN);
            shown.remove(3);

            assertThat(sample(7)).containsAll(shown);
        }

        @Test
        void recentBulksAreOnesOwnAndForLeadsEverybodys() {
            List<UUID> ids = holdAll(CONDUCT, 0.95, 3);
            UUID first = bulk.decide(ids, plainly(Outcome.REJECTED), ANNA).id();
            undo.undo(first, ANNA);
            clock.advance(java.time.Duration.ofMinutes(1));
            UUID second = bulk.decide(ids, plainly(Outcome.IGNORED), ANNA).id();

            assertThat(recent.of(ANNA)).extracting(RecentBulks.Bulk::id).containsExactly(second, first);
            assertThat(recent.of(ANNA)).extracting(RecentBulks.Bulk::undone).containsExactly(0, 3);
            assertThat(recent.of(BEN)).isEmpty();
            assertThat(recent.of(LEA)).hasSize(2);
        }

        @Test
        void leadsFindABulkForAsLongAsTheyCanUndoIt() {
            UUID made = bulk.decide(holdAll(CONDUCT, 0.95, 2), plainly(Outcome.REJECTED), ANNA)
                    .id();
            clock.advance(java.time.Duration.ofHours(25));

            assertThat(recent.of(ANNA)).isEmpty();
            assertThat(recent.of(LEA)).extracting(RecentBulks.Bulk::id).containsExactly(made);
            assertThat(undo.undo(made, LEA)).hasSize(2);
        }

        private List<UUID> sample(long seed) {
            return triage.portion(all(), HIGH, seed, ANNA).sample().stream()
                    .map(ItemDetails::item)
                    .map(item -> item.id())
                    .toList();
        }

        private Portion portion(Bins bins) {
            return triage.portion(all(), bins, 0, ANNA);
        }

        private static TriageFilter all() {
            return of(Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static TriageFilter of(Optional<QueueName> queue, Optional<String> rule, Optional<String> channel) {
            return new TriageFilter(Emotion.ANGER, queue, rule, channel);
        }
    }
}
