package dev.undertone.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnPostgres;
import dev.undertone.database.RowsRead;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.review.reading.ItemDetails;
import dev.undertone.review.reading.ItemFilter;
import dev.undertone.review.reading.ItemOrder;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever is deep in a list reads what comes there, and not again all that stands before it. */
@OnPostgres
final class DeepPageTests extends ReviewCases {

    private static final int ITEMS = 1_000;
    private static final int FEW = 150;
    private static final Set<ReviewStatus> OPEN = Set.of(ReviewStatus.OPEN);
    private static final ItemFilter ALL = new ItemFilter(Optional.empty(), OPEN, Optional.empty(), Optional.empty());

    @Autowired
    private JdbcTemplate template;

    @ParameterizedTest
    @EnumSource(ItemOrder.class)
    void aPageDeepInAListReadsNothingThatStandsBeforeIt(ItemOrder order) {
        Page<ItemDetails> before = fourPages(order);

        assertThat(rowsRead(() -> queue.page(ALL, order, Optional.ofNullable(before.next()), new Limit(10))))
                .isLessThan(FEW);
    }

    @ParameterizedTest
    @EnumSource(ItemOrder.class)
    void theNextItemIsFoundWithoutReadingWhatStandsBeforeIt(ItemOrder order) {
        UUID place = fourPages(order).items().get(0).item().id();

        assertThat(rowsRead(() -> claims.next(new Line(Optional.empty(), OPEN, order, Optional.of(place)), ANNA)))
                .isLessThan(FEW);
    }

    /** The last of them. */
    private Page<ItemDetails> fourPages(ItemOrder order) {
        new QueueLoad(template).fill(ITEMS, clock.instant());
        Page<ItemDetails> page = queue.page(ALL, order, Optional.empty(), new Limit(Limit.MAX));
        for (int i = 1; i < 4; i++) {
            page = queue.page(ALL, order, Optional.ofNullable(page.next()), new Limit(Limit.MAX));
        }
        return page;
    }

    private long rowsRead(Runnable reading) {
        return new RowsRead(jdbc, transaction).of("reviewable", reading);
    }
}
