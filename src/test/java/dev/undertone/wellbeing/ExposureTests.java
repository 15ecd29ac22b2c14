package dev.undertone.wellbeing;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.account.Caller;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.review.reader.ItemScores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is counted of what somebody had on screen, and for how long it is kept. */
final class ExposureTests {

    private static final Offset<Double> CLOSE = within(1e-6);

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends WellbeingCases {

        @Test
        void aTextCountsByHowMuchOfItIsAngerFearOrSadness() {
            read(hold(CONDUCT, 0.8), Duration.ofMinutes(5), mira);

            assertThat(day(mira).shownMinutes()).isCloseTo(5, CLOSE);
            assertThat(day(mira).angerMinutes()).isCloseTo(4, CLOSE);
            assertThat(day(mira).heavyMinutes()).isCloseTo(4, CLOSE);
        }

        @Test
        void severalTextsAtOnceCountInEqualParts() {
            clock.advance(Duration.ofMinutes(1));
            exposure.seen(List.of(hold(CONDUCT, 0.8), hold(CONDUCT, 0.2)), Duration.ofSeconds(20), mira);

            assertThat(day(mira).anger()).isCloseTo(10, CLOSE);
            assertThat(day(mira).shown()).isCloseTo(20, CLOSE);
        }

        @Test
        void noBeatAddsMoreTimeThanHasPassed() {
            UUID item = hold(CONDUCT, 1);
            exposure.seen(List.of(item), Duration.ofHours(3), mira);
            clock.advance(Duration.ofSeconds(3));
            exposure.seen(List.of(item), Duration.ofSeconds(15), mira);
            exposure.seen(List.of(item), Duration.ofSeconds(15), mira);

            assertThat(day(mira).shown()).isCloseTo(Exposure.LONGEST_BEAT.toSeconds() + 3.0, CLOSE);
        }

        @Test
        void whatCannotBeIsNotCounted() {
            UUID item = hold(CONDUCT, 1);
            exposure.seen(List.of(), Duration.ofSeconds(15), mira);
            exposure.seen(List.of(item), Duration.ofSeconds(-15), mira);
            exposure.seen(Collections.nCopies(31, item), Duration.ofSeconds(15), mira);

            assertThat(day(mira).shown()).isZero();
        }

        @Test
        void aTextThatIsGoneOrThatNoModelReadIsTimeWithoutWeight() {
            read(holdUnread(), Duration.ofSeconds(15), mira);
            read(UUID.randomUUID(), Duration.ofSeconds(15), mira);

            assertThat(day(mira).shown()).isCloseTo(30, CLOSE);
            assertThat(day(mira).heavyMinutes()).isZero();
        }

        @Test
        void aNewDayBeginsAtNothingAndTheWeekKeepsTheOld() {
            UUID item = hold(CONDUCT, 1);
            read(item, Duration.ofMinutes(1), mira);
            clock.advance(Duration.ofDays(1));
            read(item, Duration.ofMinutes(2), mira);

            assertThat(day(mira).heavyMinutes()).isCloseTo(2, CLOSE);
            assertThat(exposure.week(mira))
                    .hasSize(7)
                    .extracting(day -> Math.round(day.heavyMinutes()))
                    .containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L);
        }

        @Test
        void aDayBeginsAtMidnightInTheZoneThatIsSet(@Autowired WellbeingRows rows, @Autowired ItemScores scores) {
            ZoneId zone = ZoneId.of("Asia/Tokyo");
            Exposure tokyo = new Exposure(rows, scores, new WellbeingSettings(Duration.ofMinutes(45), 30, zone), clock);
            Instant midnight = Instant.parse("2026-01-05T15:00:00Z");
            UUID item = hold(CONDUCT, 1);
            clock.advance(Duration.between(clock.instant(), midnight.minusSeconds(1)));
            tokyo.seen(List.of(item), Duration.ofSeconds(15), mira);
            clock.advance(Duration.ofSeconds(1));
            tokyo.seen(List.of(item), Duration.ofSeconds(15), mira);

            assertThat(tokyo.week(mira).subList(Exposure.WEEK - 2, Exposure.WEEK))
                    .extracting(Day::date, Day::shown)
                    .containsExactly(
                            tuple(LocalDate.parse("2026-01-05"), 15.0), tuple(LocalDate.parse("2026-01-06"), 1.0));
            assertThat(tokyo.dayBegan()).isEqualTo(midnight);
        }

        @Test
        void whatIsOlderThanThirtyDaysIsForgotten() {
            UUID item = hold(CONDUCT, 1);
            read(item, Duration.ofMinutes(1), mira);
            clock.advance(Duration.ofDays(29));
            assertThat(exposure.forgetOld()).isZero();
            clock.advance(Duration.ofDays(1));

            assertThat(exposure.forgetOld()).isEqualTo(1);
            assertThat(rows("wellbeing_day")).isZero();
        }

        @Test
        void everythingGoesWithThePerson() {
            read(hold(CONDUCT, 1), Duration.ofMinutes(1), mira);
            budget(30, mira);

            jdbc.sql("delete from person where name = 'mira'").update();

            assertThat(rows("wellbeing_day")).isZero();
            assertThat(rows("wellbeing_choice")).isZero();
        }

        private int rows(String table) {
            return jdbc.sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
        }

        @Test
        void nothingIsKeptOfPrograms() {
            Actor key = new Actor(Actor.Kind.API_KEY, UUID.randomUUID().toString(), "forum", Optional.empty());
            Caller program = new Caller(key, mira.scopes(), false);

            exposure.seen(List.of(hold(CONDUCT, 1)), Duration.ofSeconds(15), program);

            assertThat(exposure.today(program)).isEmpty();
            assertThat(rows("wellbeing_day")).isZero();
        }
    }
}
