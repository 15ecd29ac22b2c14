package dev.undertone.review;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.Caller;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.Limit;
import dev.undertone.policy.QueueName;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.reading.ItemFilter;
import dev.undertone.review.reading.ItemOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who goes on from item to item gets them as the list shows them. */
final class NextOfAListTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @ParameterizedTest
        @EnumSource(ItemOrder.class)
        void goingOnPassesAllItemsAsTheyAreListedAndThenBeginsAnew(ItemOrder order) {
            mixed();
            List<UUID> listed = listed(Optional.empty(), order);
            List<UUID> twice = new ArrayList<>(listed);
            twice.addAll(listed);

            assertThat(walked(line(Optional.empty(), order), twice.size(), ANNA))
                    .isEqualTo(twice);
        }

        @ParameterizedTest
        @EnumSource(ItemOrder.class)
        void goingOnStaysInTheQueueThatIsShown(ItemOrder order) {
            mixed();
            List<UUID> listed = listed(Optional.of(CONDUCT), order);

            assertThat(walked(line(Optional.of(CONDUCT), order), listed.size(), ANNA))
                    .isEqualTo(listed);
        }

        @ParameterizedTest
        @EnumSource(ItemOrder.class)
        void manyAlikeArePassedOneByOne(ItemOrder order) {
            holdAll(CONDUCT, 0.9, 2 * QueueHeads.WIDTH + 1);
            List<UUID> listed = listed(Optional.empty(), order);

            assertThat(walked(line(Optional.empty(), order), listed.size(), ANNA))
                    .isEqualTo(listed);
        }

        @ParameterizedTest
        @EnumSource(ItemOrder.class)
        void twoWhoGoOnNeverGetTheSame(ItemOrder order) {
            mixed();
            Optional<UUID> annas = Optional.empty();
            Optional<UUID> bens = Optional.empty();
            for (int i = 0; i < 20; i++) {
                annas = goOn(line(Optional.empty(), order), annas, ANNA);
                bens = goOn(line(Optional.empty(), order), bens, BEN);

                assertThat(annas).isPresent().isNotEqualTo(bens);
                assertThat(lease(annas.orElseThrow()).holderName()).isEqualTo("anna");
                assertThat(lease(bens.orElseThrow()).holderName()).isEqualTo("ben");
            }
        }

        @Test
        void whatIsNotInTheListDoesNotMoveItsTop() {
            UUID first = hold(CONDUCT, 0.9);
            hold(CONDUCT, 0.8);
            UUID elsewhere = hold(CARE, 0.1);
            UUID decided = hold(CONDUCT, 0.7);
            decide(decided, Outcome.APPROVED, BEN);

            for (UUID place : List.of(elsewhere, decided, UUID.randomUUID())) {
                Line line = new Line(
                        Optional.of(CONDUCT), Set.of(ReviewStatus.OPEN), ItemOrder.PRIORITY, Optional.of(place));
                assertThat(claims.next(line, ANNA)).contains(first);
                claims.release(first, lease(first).token(), ANNA);
            }
        }

        @Test
        void whatIsEscalatedComesOnlyFromAListThatShowsIt() {
            UUID open = hold(CONDUCT, 0.5);
            UUID escalated = hold(CONDUCT, 0.9);
            decide(escalated, Outcome.ESCALATED, ANNA);
            Line leads = new Line(Optional.empty(), Set.of(ReviewStatus.ESCALATED), ItemOrder.OLDEST, Optional.empty());

            assertThat(claims.next(leads, ANNA)).isEmpty();
            assertThat(claims.next(line(Optional.empty(), ItemOrder.NEWEST), LEA))
                    .contains(open);
            assertThat(claims.next(line(Optional.empty(), ItemOrder.PRIORITY), LEA))
                    .isEmpty();
            assertThat(claims.next(leads, LEA)).contains(escalated);
        }

        @Test
        void aLeadGoesOnFromEscalatedItemsToOthers() {
            UUID open = hold(CONDUCT, 0.5);
            UUID escalated = hold(CARE, 0.1);
            decide(escalated, Outcome.ESCALATED, ANNA);
            Line all = Line.mostUrgent(Optional.empty());

            assertThat(walked(all, 4, LEA)).containsExactly(escalated, open, escalated, open);
        }

        private void mixed() {
            for (int i = 0; i < 4; i++) {
                hold(CARE, 0.2 + 0.1 * i);
                hold(CONDUCT, 0.9 - 0.1 * i);
                clock.advance(Duration.ofMinutes(7));
            }
        }

        private static Line line(Optional<QueueName> queue, ItemOrder order) {
            return new Line(queue, EnumSet.of(ReviewStatus.OPEN), order, Optional.empty());
        }

        private List<UUID> listed(Optional<QueueName> name, ItemOrder order) {
            ItemFilter open = new ItemFilter(name, Set.of(ReviewStatus.OPEN), Optional.empty(), Optional.empty());
            return queue.page(open, order, Optional.empty(), new Limit(Limit.MAX)).items().stream()
                    .map(details -> details.item().id())
                    .toList();
        }

        private List<UUID> walked(Line line, int steps, Caller caller) {
            List<UUID> got = new ArrayList<>();
            Optional<UUID> place = Optional.empty();
            for (int i = 0; i < steps; i++) {
                place = goOn(line, place, caller);
                got.add(place.orElseThrow());
            }
            return got;
        }

        /** As a page does: claims another, and then gives back what was on screen. */
        private Optional<UUID> goOn(Line line, Optional<UUID> place, Caller caller) {
            Optional<UUID> next = claims.next(new Line(line.queue(), line.statuses(), line.order(), place), caller);
            place.ifPresent(id -> claims.release(id, lease(id).token(), caller));
            return next;
        }
    }
}
