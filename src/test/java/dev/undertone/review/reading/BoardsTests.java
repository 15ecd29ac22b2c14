package dev.undertone.review.reading;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.Limit;
import dev.undertone.policy.QueueName;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.decisions.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists and their counts. */
final class BoardsTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        private static final int CHANGES = 60;

        @Autowired
        private Boards boards;

        @Test
        void countsEqualTheRowsHoweverMuchChangesMeanwhile() {
            holdAll(CONDUCT, 0.9, 20);
            holdAll(CARE, 0.9, 20);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> changes =
                    CompletableFuture.runAsync(this::changeMuch).whenComplete((done, failure) -> over.set(true));
            int looks = 0;
            while (!over.get() || looks < CHANGES) {
                Board board = boards.look(open(Optional.empty()), ItemOrder.PRIORITY, Optional.empty(), new Limit(200));
                assertThat(board.total()).isEqualTo(board.items().items().size());
                for (Board.Count count : board.counts()) {
                    assertThat(board.items().items())
                            .filteredOn(row -> row.item().queue().equals(count.queue()))
                            .hasSize((int) count.items());
                }
                looks++;
            }
            changes.join();
        }

        private void changeMuch() {
            for (int i = 0; i < CHANGES; i++) {
                QueueName queue = i % 2 == 0 ? CONDUCT : CARE;
                List<UUID> come = holdAll(queue, 0.8, 2);
                decide(come.get(0), Outcome.APPROVED, ANNA);
            }
        }

        @Test
        void countsAreOfTheSameKindAsTheListWhateverQueueItShows() {
            holdAll(CONDUCT, 0.9, 3);
            UUID escalated = hold(CARE, 0.9);
            decide(escalated, Outcome.ESCALATED, ANNA);
            hold(CARE, 0.5);

            Board board = boards.look(open(Optional.of(CONDUCT)), ItemOrder.PRIORITY, Optional.empty(), new Limit(1));

            assertThat(board.items().items()).hasSize(1);
            assertThat(board.counts()).containsExactly(new Board.Count(CARE, 1), new Board.Count(CONDUCT, 3));
        }

        @Test
        void whatSomebodyHasIsWhatIsLeasedOrAssignedToThem() {
            UUID leased = hold(CONDUCT, 0.9);
            UUID assigned = hold(CONDUCT, 0.8);
            UUID lost = hold(CONDUCT, 0.7);
            UUID others = hold(CONDUCT, 0.6);
            claims.claim(lost, ANNA);
            clock.advance(java.time.Duration.ofMinutes(6));
            claims.claim(leased, ANNA);
            claims.claim(assigned, ANNA);
            assignments.hold(assigned, lease(assigned).token(), Optional.empty(), Optional.empty(), ANNA);
            claims.claim(others, BEN);
            ItemFilter mine = new ItemFilter(
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new ItemFilter.Holding(ANNA.actor().id(), clock.instant())));

            for (ItemOrder order : ItemOrder.values()) {
                Board board = boards.look(mine, order, Optional.empty(), new Limit(10));
                assertThat(board.items().items())
                        .extracting(each -> each.item().id())
                        .containsExactlyInAnyOrder(leased, assigned);
                assertThat(board.counts()).containsExactly(new Board.Count(CONDUCT, 2));
            }
        }

        @Test
        void aQueueWithItemsOfSeveralStatusesIsReadInPagesWithoutGap() {
            List<UUID> all = new ArrayList<>(holdAll(CONDUCT, 0.9, 5));
            for (UUID id : List.copyOf(all).subList(0, 3)) {
                decide(id, Outcome.ESCALATED, ANNA);
            }
            all.addAll(holdAll(CARE, 0.9, 4));
            ItemFilter waiting = new ItemFilter(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
            List<UUID> read = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Board board = boards.look(waiting, ItemOrder.PRIORITY, after, new Limit(2));
                board.items().items().forEach(each -> read.add(each.item().id()));
                after = Optional.ofNullable(board.items().next());
            } while (after.isPresent());
            assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        }

        private static ItemFilter open(Optional<QueueName> queue) {
            return new ItemFilter(queue, Set.of(ReviewStatus.OPEN), Optional.empty(), Optional.empty());
        }
    }
}
