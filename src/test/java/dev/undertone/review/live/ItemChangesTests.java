package dev.undertone.review.live;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.decisions.Outcome;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What open pages are told. */
final class ItemChangesTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        private static final int MANY = 501;

        @Autowired
        private ItemChanges changes;

        @Test
        void aClaimIsToldWithItsHolderAndOnlyOnce() {
            UUID id = hold(CONDUCT, 0.9);
            hold(CONDUCT, 0.8);
            long before = changes.position();
            claims.claim(id, ANNA);

            Changes told = changes.since(before);

            assertThat(told.everything()).isFalse();
            assertThat(told.items()).singleElement().satisfies(item -> {
                assertThat(item.id()).isEqualTo(id);
                assertThat(item.status()).isEqualTo(ReviewStatus.OPEN);
                assertThat(item.lease().map(Lease::holderName)).contains("anna");
            });
            assertThat(changes.since(told.position()).none()).isTrue();
        }

        @Test
        void aDecisionIsToldWithWhoMadeIt() {
            UUID id = hold(CONDUCT, 0.9);
            long before = changes.position();
            decide(id, Outcome.REJECTED, BEN);

            assertThat(changes.since(before).items()).singleElement().satisfies(item -> {
                assertThat(item.status()).isEqualTo(ReviewStatus.DECIDED);
                assertThat(item.decision().orElseThrow().decidedBy()).isEqualTo("ben");
                assertThat(item.lease()).isEmpty();
            });
        }

        @Test
        void whoOnlyGoesOnDisturbsNobody() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long before = changes.position();
            claims.renew(id, lease(id).token(), ANNA);

            assertThat(changes.since(before).none()).isTrue();
        }

        @Test
        void whoMissedVeryMuchReadsAllAgain() {
            long before = changes.position();
            holdAll(CONDUCT, 0.9, MANY);

            assertThat(changes.since(before).everything()).isTrue();
            assertThat(changes.since(changes.position() + 1).everything()).isTrue();
        }
    }
}
