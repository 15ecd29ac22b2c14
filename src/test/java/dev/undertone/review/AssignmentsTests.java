package dev.undertone.review;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.review.decisions.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Items that are kept for a person. */
final class AssignmentsTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private People people;

        @Test
        void anAssignedItemDoesNotExpireBack() {
            UUID id = held(Optional.empty());
            clock.advance(Duration.ofDays(30));

            assertThat(claims.next(Optional.empty(), BEN)).isEmpty();
            assertThatThrownBy(() -> claims.claim(id, BEN)).hasMessageContaining("anna");
            assertThat(lease(id).expiresAt()).isEmpty();
        }

        @Test
        void itsHolderDecidesWheneverTheyWant() {
            UUID id = held(Optional.of(clock.instant().plus(Duration.ofHours(2))));
            assertThat(item(id).dueAt()).contains(clock.instant().plus(Duration.ofHours(2)));
            clock.advance(Duration.ofDays(30));

            decide(id, Outcome.APPROVED, ANNA);

            assertThat(item(id).status()).isEqualTo(ReviewStatus.DECIDED);
        }

        @Test
        void aLeadAssignsToOthersByName() {
            people.create("clara", Role.MODERATOR, Actor.service());
            PersonDetails clara = people.named("clara").orElseThrow();
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, LEA);
            long token = lease(id).token();

            assignments.hold(id, token, Optional.of("Clara"), Optional.empty(), LEA);

            assertThat(lease(id).holderId()).isEqualTo(clara.id().toString());
            assertThat(lease(id).token()).isGreaterThan(token);
        }

        @Test
        void nobodyElseAssignsToOthersAndNobodyToWhoIsNotThere() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long token = lease(id).token();
            assertThatThrownBy(() -> assignments.hold(id, token, Optional.of("ben"), Optional.empty(), ANNA))
                    .isInstanceOf(LeadsOnly.class);
            claims.release(id, token, ANNA);
            claims.claim(id, LEA);

            assertThatThrownBy(
                            () -> assignments.hold(id, lease(id).token(), Optional.of("nobody"), Optional.empty(), LEA))
                    .isInstanceOf(NobodyToAssign.class);
        }

        @Test
        void aLeadGivesBackWhatIsStuckWithSomebodyElse() {
            UUID id = held(Optional.empty());
            assertThatThrownBy(() -> assignments.unhold(id, OptionalLong.empty(), BEN))
                    .hasMessageContaining("anna");

            assignments.unhold(id, OptionalLong.empty(), LEA);

            assertThat(claims.next(Optional.empty(), BEN)).contains(id);
        }

        @Test
        void anEscalatedItemGoesBackToTheLeads() {
            UUID id = hold(CONDUCT, 0.9);
            decide(id, Outcome.ESCALATED, ANNA);
            claims.next(Optional.empty(), LEA);
            assignments.hold(id, lease(id).token(), Optional.empty(), Optional.empty(), LEA);

            assignments.unhold(id, OptionalLong.of(lease(id).token()), LEA);

            assertThat(item(id).status()).isEqualTo(ReviewStatus.ESCALATED);
            assertThat(claims.next(Optional.empty(), BEN)).isEmpty();
            assertThat(trail(id))
                    .containsExactly(
                            "reviewable.queued",
                            "reviewable.claimed",
                            "decision.made",
                            "reviewable.claimed",
                            "reviewable.held",
                            "reviewable.unheld");
        }

        private UUID held(Optional<Instant> due) {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            assignments.hold(id, lease(id).token(), Optional.empty(), due, ANNA);
            return id;
        }
    }
}
