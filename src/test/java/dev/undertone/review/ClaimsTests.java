package dev.undertone.review;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.review.decisions.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who gets which item, and for how long. */
final class ClaimsTests {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Test
        void theMostUrgentOfAQueueComesFirst() {
            UUID mild = hold(CONDUCT, 0.5);
            UUID hot = hold(CONDUCT, 0.9);

            assertThat(claims.next(Optional.of(CONDUCT), ANNA)).contains(hot);
            assertThat(claims.next(Optional.of(CONDUCT), ANNA)).contains(mild);
            assertThat(claims.next(Optional.of(CONDUCT), ANNA)).isEmpty();
        }

        @Test
        void nextIsTheOrderOfTotalsOverAllQueuesAtThatMoment() {
            List<UUID> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(hold(CARE, 0.2 + 0.1 * i));
                all.add(hold(CONDUCT, 0.9 - 0.1 * i));
                clock.advance(Duration.ofMinutes(7));
            }
            List<UUID> expected = all.stream()
                    .sorted(java.util.Comparator.comparing(
                                    (UUID id) -> queue.find(id).priority().total())
                            .reversed())
                    .toList();
            List<UUID> got = new ArrayList<>();
            for (Optional<UUID> id = claims.next(Optional.empty(), ANNA);
                    id.isPresent();
                    id = claims.next(Optional.empty(), ANNA)) {
                got.add(id.get());
            }

            assertThat(got).isEqualTo(expected);
        }

        @Test
        void anItemThatNoModelReadIsQueuedToo() {
            UUID unread = holdUnread();

            assertThat(claims.next(Optional.empty(), ANNA)).contains(unread);
            assertThat(queue.find(unread).priority().uncertainty()).isEqualTo(0.5);
        }

        @Test
        void aClaimByIdTellsWhoHasItAndUntilWhen() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);

            ReviewConflict conflict = catchThrowableOfType(ReviewConflict.class, () -> claims.claim(id, BEN));

            assertThat(conflict).hasMessageContaining("anna");
            assertThat(conflict.state().lease().orElseThrow().expiresAt())
                    .contains(clock.instant().plus(LEASE));
        }

        @Test
        void anExpiredLeaseCanBeClaimedWithinASecondAndTheTokenGrows() {
            UUID id = hold(CONDUCT, 0.9);
            claims.next(Optional.empty(), ANNA);
            long first = lease(id).token();
            clock.advance(LEASE.minusMillis(500));
            assertThat(claims.next(Optional.empty(), BEN)).isEmpty();
            clock.advance(Duration.ofSeconds(1));

            assertThat(claims.next(Optional.empty(), BEN)).contains(id);
            assertThat(lease(id).token()).isGreaterThan(first);
        }

        @Test
        void tokensOnlyGrowWhateverEndsALease() {
            UUID id = hold(CONDUCT, 0.9);
            List<Long> tokens = new ArrayList<>();
            claims.claim(id, ANNA);
            tokens.add(lease(id).token());
            claims.release(id, lease(id).token(), ANNA);
            claims.next(Optional.empty(), BEN);
            tokens.add(lease(id).token());
            clock.advance(LEASE);
            claims.claim(id, ANNA);
            tokens.add(lease(id).token());
            undo.undo(decide(id, Outcome.APPROVED, ANNA).id(), ANNA);
            claims.claim(id, ANNA);
            tokens.add(lease(id).token());

            assertThat(tokens).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void aHeartbeatKeepsTheSameLease() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            Lease before = lease(id);
            clock.advance(Duration.ofMinutes(4));

            claims.renew(id, before.token(), ANNA);

            assertThat(lease(id).token()).isEqualTo(before.token());
            assertThat(lease(id).expiresAt()).contains(clock.instant().plus(LEASE));
        }

        @Test
        void whoClaimsAgainWhatTheyHaveKeepsTheSameLease() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long token = lease(id).token();
            clock.advance(Duration.ofMinutes(1));

            claims.claim(id, ANNA);

            assertThat(lease(id).token()).isEqualTo(token);
            assertThat(lease(id).expiresAt()).contains(clock.instant().plus(LEASE));
        }

        @Test
        void aLateHolderCanNeitherRenewNorReleaseWhatSomebodyElseHasNow() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long late = lease(id).token();
            clock.advance(LEASE);
            assertThatThrownBy(() -> claims.renew(id, late, ANNA)).isInstanceOf(ReviewConflict.class);
            claims.claim(id, BEN);

            assertThatThrownBy(() -> claims.renew(id, late, ANNA)).hasMessageContaining("ben");
            assertThatThrownBy(() -> claims.release(id, late, ANNA)).hasMessageContaining("ben");
            assertThat(lease(id).holderName()).isEqualTo("ben");
        }

        @Test
        void anEarlierTokenOfTheSamePersonIsRefused() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long early = lease(id).token();
            clock.advance(LEASE);
            claims.claim(id, ANNA);

            assertThatThrownBy(() -> claims.release(id, early, ANNA)).hasMessageContaining("over");
        }

        @Test
        void aLeaseDoesNotChangeTheVersion() {
            UUID id = hold(CONDUCT, 0.9);
            long version = item(id).version();
            claims.next(Optional.empty(), ANNA);
            claims.renew(id, lease(id).token(), ANNA);
            claims.release(id, lease(id).token(), ANNA);
            claims.claim(id, ANNA);

            assertThat(item(id).version()).isEqualTo(version);
        }

        @Test
        void onlyLeadsGetWhatWasEscalatedAndGetItFirst() {
            UUID hot = hold(CONDUCT, 0.9);
            UUID mild = hold(CONDUCT, 0.2);
            decide(mild, Outcome.ESCALATED, ANNA);
            claims.next(Optional.empty(), ANNA);

            assertThat(claims.next(Optional.empty(), ANNA)).isEmpty();
            assertThatThrownBy(() -> claims.claim(mild, ANNA)).isInstanceOf(LeadsOnly.class);
            claims.release(hot, lease(hot).token(), ANNA);
            assertThat(claims.next(Optional.empty(), LEA)).contains(mild);
            assertThat(claims.next(Optional.empty(), LEA)).contains(hot);
        }

        @Test
        void whatIsNotThereOrDecidedCannotBeClaimed() {
            UUID id = hold(CONDUCT, 0.9);
            decide(id, Outcome.REJECTED, ANNA);

            assertThatThrownBy(() -> claims.claim(id, BEN)).hasMessageContaining("anna decided REJECTED");
            assertThatThrownBy(() -> claims.claim(UUID.randomUUID(), BEN)).isInstanceOf(NoSuchItem.class);
        }

        @Test
        void eachChangeHasOneEntryInTheTrail() {
            UUID id = hold(CONDUCT, 0.9);
            claims.next(Optional.empty(), ANNA);
            claims.renew(id, lease(id).token(), ANNA);
            claims.release(id, lease(id).token(), ANNA);
            claims.claim(id, ANNA);

            assertThat(trail(id))
                    .containsExactly(
                            "reviewable.queued",
                            "reviewable.claimed",
                            "reviewable.renewed",
                            "reviewable.released",
                            "reviewable.claimed");
        }
    }
}
