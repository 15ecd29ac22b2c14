package dev.undertone.review.decisions;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.paging.Limit;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.ReviewStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who decides what, and who is told that somebody else was first. */
final class DecisionsTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Test
        void aDecisionEndsTheLeaseAndIsKept() {
            UUID id = hold(CONDUCT, 0.9);

            Decision made = decide(id, Outcome.REJECTED, ANNA);

            assertThat(item(id).status()).isEqualTo(ReviewStatus.DECIDED);
            assertThat(item(id).lastDecision().orElseThrow().id()).isEqualTo(made.id());
            assertThat(queue.find(id).lease()).isEmpty();
            assertThat(claims.next(Optional.empty(), BEN)).isEmpty();
            assertThat(history.of(id)).extracting(Decision::decidedBy).containsExactly("anna");
            assertThat(trail(id)).containsExactly("reviewable.queued", "reviewable.claimed", "decision.made");
        }

        @Test
        void secondModeratorIsToldWhoDecidedWhatAndWhen() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long token = lease(id).token();
            long version = item(id).version();
            clock.advance(Duration.ofMinutes(6));
            decide(id, Outcome.APPROVED, BEN);

            ReviewConflict conflict = catchThrowableOfType(
                    ReviewConflict.class, () -> decisions.decide(id, version, token, plainly(Outcome.REJECTED), ANNA));

            assertThat(conflict).hasMessageContaining("ben decided APPROVED at " + clock.instant());
            assertThat(conflict.state().decision().orElseThrow().decidedBy()).isEqualTo("ben");
            assertThat(history.of(id)).hasSize(1);
        }

        @Test
        void aLostLeaseNamesWhoHasItNow() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long token = lease(id).token();
            clock.advance(Duration.ofMinutes(6));
            claims.next(Optional.empty(), BEN);

            assertThatThrownBy(() -> decisions.decide(id, item(id).version(), token, plainly(Outcome.REJECTED), ANNA))
                    .hasMessageContaining("held by ben");
        }

        @Test
        void aLeaseThatRanOutIsLostEvenIfNobodyElseCame() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long token = lease(id).token();
            clock.advance(Duration.ofMinutes(5));

            assertThatThrownBy(() -> decisions.decide(id, item(id).version(), token, plainly(Outcome.REJECTED), ANNA))
                    .hasMessageContaining("over");
        }

        @Test
        void aStaleVersionIsRefused() {
            UUID id = hold(CONDUCT, 0.9);
            long version = item(id).version();
            undo.undo(decide(id, Outcome.APPROVED, ANNA).id(), ANNA);
            claims.claim(id, ANNA);

            assertThatThrownBy(() -> decisions.decide(id, version, lease(id).token(), plainly(Outcome.REJECTED), ANNA))
                    .hasMessageContaining("version " + version + " is now " + item(id).version());
        }

        @Test
        void nobodyDecidesUnderTheLeaseOfAnother() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);

            assertThatThrownBy(() ->
                            decisions.decide(id, item(id).version(), lease(id).token(), plainly(Outcome.REJECTED), LEA))
                    .hasMessageContaining("held by anna");
        }

        @Test
        void whatTheyThinkOfTheMachineIsKeptForTraining() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            Opinion opinion = new Opinion(
                    Outcome.APPROVED, Optional.of("it is a quote"), Optional.of(Emotion.FEAR), Optional.empty());
            decisions.decide(id, item(id).version(), lease(id).token(), opinion, ANNA);
            decide(hold(CONDUCT, 0.8), Outcome.REJECTED, ANNA);

            List<Decision> wrong = history.page(
                            new DecisionFilter(
                                    Optional.empty(), Optional.of(Feedback.EMOTION_WRONG), Optional.empty(), true),
                            Optional.empty(),
                            Limit.of(null))
                    .items();

            assertThat(wrong).singleElement().satisfies(decision -> {
                assertThat(decision.correction()).contains(Emotion.FEAR);
                assertThat(decision.reason()).contains("it is a quote");
                assertThat(decision.submission()).isEqualTo(item(id).submission());
            });
        }

        @Test
        void decisionsArePagedInTheOrderInWhichTheyWereMade() {
            List<UUID> made = holdAll(CONDUCT, 0.9, 5).stream()
                    .map(id -> decide(id, Outcome.APPROVED, ANNA).id())
                    .toList();
            DecisionFilter all = new DecisionFilter(Optional.empty(), Optional.empty(), Optional.empty(), false);

            var first = history.page(all, Optional.empty(), new Limit(3));
            var rest = history.page(all, Optional.ofNullable(first.next()), new Limit(3));

            assertThat(first.items()).extracting(Decision::id).isEqualTo(made.subList(0, 3));
            assertThat(rest.items()).extracting(Decision::id).isEqualTo(made.subList(3, 5));
            assertThat(rest.next()).isNull();
        }

        @Test
        void aLeadCannotEscalateAgain() {
            UUID id = hold(CONDUCT, 0.9);
            decide(id, Outcome.ESCALATED, ANNA);

            assertThatThrownBy(() -> decide(id, Outcome.ESCALATED, LEA)).hasMessageContaining("with the leads already");
        }
    }
}
