package dev.undertone.review.reading;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static dev.undertone.policy.QueueName.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.policy.QueueName;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.decisions.Outcome;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see of the queue. */
final class ReviewQueueTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private EntityManagerFactory entities;

        @Autowired
        private Intake intake;

        @Test
        void pagesOfAllQueuesGoDownInPriorityAndMissNothing() {
            List<UUID> all = scatter();
            List<ItemDetails> read = readAll(filter(Optional.empty()), ItemOrder.PRIORITY);

            assertThat(read).extracting(each -> each.item().id()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(read)
                    .extracting(each -> each.priority().total())
                    .isSortedAccordingTo(Comparator.<Double>reverseOrder());
        }

        @Test
        void pagesOfOneQueueGoDownInPriorityToo() {
            scatter();
            List<ItemDetails> read = readAll(filter(Optional.of(CONDUCT)), ItemOrder.PRIORITY);

            assertThat(read).extracting(each -> each.item().queue()).containsOnly(CONDUCT);
            assertThat(read)
                    .extracting(each -> each.priority().total())
                    .isSortedAccordingTo(Comparator.<Double>reverseOrder());
        }

        @Test
        void oldestAndNewestAreEachOthersOpposite() {
            List<UUID> all = scatter();
            List<UUID> oldest = ids(readAll(filter(Optional.empty()), ItemOrder.OLDEST));
            List<UUID> newest = new ArrayList<>(ids(readAll(filter(Optional.empty()), ItemOrder.NEWEST)));
            Collections.reverse(newest);

            assertThat(oldest).isEqualTo(all).isEqualTo(newest);
        }

        @Test
        void pagesAgreeAlthoughTimePasses() {
            List<UUID> all = scatter();
            List<UUID> read = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page<ItemDetails> page = queue.page(filter(Optional.empty()), ItemOrder.PRIORITY, after, new Limit(2));
                read.addAll(ids(page.items()));
                after = Optional.ofNullable(page.next());
                clock.advance(Duration.ofHours(3));
            } while (after.isPresent());

            assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        }

        @Test
        void aPageTakesTheSameNumberOfStatementsHoweverLong() {
            for (int i = 0; i < 30; i++) {
                intake.submit(
                        new NewSubmission(
                                Optional.of("x" + i), "forum", Optional.empty(), "furious " + i, Optional.empty()),
                        ANNA.actor());
            }
            Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
            statistics.setStatisticsEnabled(true);

            assertThat(statements(statistics, 30))
                    .isEqualTo(statements(statistics, 2))
                    .isLessThanOrEqualTo(3);
        }

        private long statements(Statistics statistics, int items) {
            statistics.clear();
            Page<ItemDetails> page =
                    queue.page(filter(Optional.empty()), ItemOrder.PRIORITY, Optional.empty(), new Limit(items));
            assertThat(page.items())
                    .hasSize(items)
                    .allSatisfy(each -> assertThat(each.submission()).isPresent());
            return statistics.getPrepareStatementCount();
        }

        @Test
        void whatWasSubmittedIsShownWithWhatTheMachineSaid() {
            intake.submit(
                    new NewSubmission(
                            Optional.of("1"), "forum", Optional.of("x"), "I am furious", Optional.of("a thread")),
                    ANNA.actor());

            ItemDetails shown =
                    readAll(filter(Optional.empty()), ItemOrder.OLDEST).get(0);

            assertThat(shown.item().queue()).isEqualTo(CONDUCT);
            assertThat(shown.submission().orElseThrow().origin().text()).contains("I am furious");
            assertThat(shown.submission().orElseThrow().scoring()).isPresent();
            assertThat(shown.submission()
                            .orElseThrow()
                            .judgement()
                            .orElseThrow()
                            .reasons())
                    .isNotEmpty();
        }

        @Test
        void decidedOnesAreOnlyListedWhenAskedFor() {
            UUID decided = hold(CONDUCT, 0.9);
            UUID waiting = hold(CONDUCT, 0.8);
            decide(decided, Outcome.APPROVED, ANNA);

            assertThat(ids(readAll(filter(Optional.empty()), ItemOrder.OLDEST))).containsExactly(waiting);
            assertThat(ids(readAll(
                            new ItemFilter(
                                    Optional.empty(), Set.of(ReviewStatus.DECIDED), Optional.empty(), Optional.empty()),
                            ItemOrder.OLDEST)))
                    .containsExactly(decided);
        }

        @Test
        void countsAreThoseOfTheRows() {
            holdAll(CONDUCT, 0.9, 3);
            holdAll(CARE, 0.9, 2);
            decide(hold(CARE, 0.5), Outcome.ESCALATED, ANNA);
            decide(hold(CARE, 0.5), Outcome.IGNORED, ANNA);

            assertThat(queue.counts())
                    .containsExactly(
                            new ReviewQueue.Count(CARE, ReviewStatus.DECIDED, 1),
                            new ReviewQueue.Count(CARE, ReviewStatus.ESCALATED, 1),
                            new ReviewQueue.Count(CARE, ReviewStatus.OPEN, 2),
                            new ReviewQueue.Count(CONDUCT, ReviewStatus.OPEN, 3));
        }

        @Test
        void theCursorOfAnotherOrderIsRefused() {
            scatter();
            String cursor = queue.page(filter(Optional.empty()), ItemOrder.OLDEST, Optional.empty(), new Limit(1))
                    .next();

            assertThatThrownBy(() -> queue.page(
                            filter(Optional.empty()), ItemOrder.NEWEST, Optional.ofNullable(cursor), new Limit(1)))
                    .isInstanceOf(BadCursor.class);
        }

        /** Ids in the order in which they came in. */
        private List<UUID> scatter() {
            SplittableRandom chance = new SplittableRandom(3);
            List<UUID> all = new ArrayList<>();
            List<QueueName> queues = List.of(CARE, CONDUCT, UNCERTAIN);
            for (int i = 0; i < 15; i++) {
                all.add(hold(queues.get(i % 3), chance.nextDouble()));
                clock.advance(Duration.ofMinutes(chance.nextInt(30)));
            }
            clock.advance(Duration.ofMinutes(1));
            return all;
        }

        private List<ItemDetails> readAll(ItemFilter filter, ItemOrder order) {
            List<ItemDetails> read = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page<ItemDetails> page = queue.page(filter, order, after, new Limit(4));
                read.addAll(page.items());
                after = Optional.ofNullable(page.next());
            } while (after.isPresent());
            return read;
        }

        private static ItemFilter filter(Optional<QueueName> queue) {
            return new ItemFilter(queue, Set.of(), Optional.empty(), Optional.empty());
        }

        private static List<UUID> ids(List<ItemDetails> items) {
            return items.stream().map(each -> each.item().id()).toList();
        }
    }
}
