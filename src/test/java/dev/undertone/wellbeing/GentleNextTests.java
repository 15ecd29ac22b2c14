package dev.undertone.wellbeing;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whom the next item goes to when they have had enough, or want a queue left out. */
final class GentleNextTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends WellbeingCases {

        @Test
        void everyThirdItemIsLighterOnceTheBudgetIsReached() {
            budget(1, mira);
            List<UUID> heavy = new ArrayList<>(List.of(hold(CONDUCT, 0.95), hold(CONDUCT, 0.9), hold(CONDUCT, 0.85)));
            UUID light = hold(CONDUCT, 0.2);
            UUID lighter = hold(CARE, 0.1);
            read(heavy.get(0), Duration.ofMinutes(2), mira);

            List<UUID> got = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                got.add(claims.next(Optional.of(CONDUCT), mira).orElse(lighter));
            }

            assertThat(got).containsExactly(heavy.get(0), heavy.get(1), light, heavy.get(2), lighter);
        }

        @Test
        void untilTheBudgetIsReachedTheMostUrgentComesFirst() {
            budget(3, mira);
            UUID first = hold(CONDUCT, 0.95);
            UUID second = hold(CONDUCT, 0.9);
            UUID third = hold(CONDUCT, 0.85);
            hold(CONDUCT, 0.2);
            read(first, Duration.ofMinutes(2), mira);

            assertThat(List.of(next(), next(), next())).containsExactly(first, second, third);
        }

        @Test
        void aBudgetOfNothingIsNeverReached() {
            budget(0, mira);
            read(hold(CONDUCT, 1), Duration.ofMinutes(50), mira);

            assertThat(exposure.today(mira).orElseThrow().budgetReached()).isFalse();
        }

        @Test
        void whereNothingIsLighterTheMostUrgentComesAllTheSame() {
            budget(1, mira);
            List<UUID> heavy = List.of(hold(CONDUCT, 0.95), hold(CONDUCT, 0.9), hold(CONDUCT, 0.85));
            read(heavy.get(0), Duration.ofMinutes(2), mira);

            assertThat(List.of(next(), next(), next())).isEqualTo(heavy);
        }

        @Test
        void noHeavyItemStarvesBeforeSomebodyWhoHasHadEnough() {
            budget(1, mira);
            UUID old = hold(CONDUCT, 0.95);
            read(old, Duration.ofMinutes(2), mira);
            int rounds = 0;
            UUID got;
            do {
                holdAll(CONDUCT, 0.1, 2);
                got = next();
                rounds++;
            } while (!got.equals(old));

            assertThat(rounds).isLessThanOrEqualTo(2);
        }

        @Test
        void aSkippedQueueIsLeftOutUnlessAskedFor() {
            choices.choose(45, Veil.OFF, Set.of(CONDUCT), mira);
            UUID urgent = hold(CONDUCT, 0.95);
            UUID calm = hold(CARE, 0.1);

            assertThat(claims.next(Optional.empty(), mira)).contains(calm);
            assertThat(claims.next(Optional.empty(), mira)).isEmpty();
            assertThat(claims.next(Optional.of(CONDUCT), mira)).contains(urgent);
        }

        @Test
        void whoSkipsAQueueTakesItFromNobodyElse() {
            choices.choose(45, Veil.OFF, Set.of(CONDUCT), mira);
            UUID urgent = hold(CONDUCT, 0.95);

            assertThat(claims.next(Optional.empty(), withAccount("omar"))).contains(urgent);
        }

        @Test
        void aBreakIsSuggestedAndNotAgainForAnHour() {
            budget(1, mira);
            read(hold(CONDUCT, 1), Duration.ofMinutes(1), mira);
            assertThat(suggested()).isTrue();
            choices.notNow(mira);

            assertThat(suggested()).isFalse();
            clock.advance(Duration.ofHours(1));
            assertThat(suggested()).isTrue();
        }

        private boolean suggested() {
            return exposure.today(mira).orElseThrow().suggestsBreak(clock.instant());
        }

        private UUID next() {
            return claims.next(Optional.of(CONDUCT), mira).orElseThrow();
        }
    }
}
