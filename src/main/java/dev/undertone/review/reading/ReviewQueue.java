package dev.undertone.review.reading;

import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.policy.QueueName;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Reviewable;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue to look at. */
@Component
@Transactional(readOnly = true)
public class ReviewQueue {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final ItemSelection selection;
    private final ReviewItems items;

    ReviewQueue(
            EntityManager entities,
            JdbcClient jdbc,
            Submissions submissions,
            ItemSelection selection,
            ReviewItems items) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.selection = selection;
        this.items = items;
    }

    /** A page of items; takes the same number of queries however many there are. */
    public Page<ItemDetails> page(ItemFilter filter, ItemOrder order, Optional<String> after, Limit limit) {
        Optional<Place> last = after.map(cursor -> Place.read(cursor, order));
        List<Place> found = selection.after(filter, order, items.now(), last, limit.value() + 1);
        Page<Place> page = Page.of(found, limit.value(), Place::cursor);
        Map<UUID, ItemDetails> details =
                findAll(page.items().stream().map(Place::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(place -> details.get(place.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                page.next());
    }

    /** One item. */
    public ItemDetails find(UUID id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id))
                .orElseThrow(() -> new NoSuchItem("item", id.toString()));
    }

    /** How many items there are of each status in each queue that has any. */
    public List<Count> counts() {
        return jdbc.sql("select queue, status, count(*) as items from reviewable group by queue, status"
                        + " order by queue, status")
                .query((row, number) -> new Count(
                        new QueueName(row.getString("queue")),
                        ReviewStatus.valueOf(row.getString("status")),
                        row.getLong("items")))
                .list();
    }

    /** Those of the items that exist, by id; takes the same number of queries however many they are. */
    public Map<UUID, ItemDetails> findAll(Collection<UUID> ids) {
        Map<UUID, ItemDetails> details = new HashMap<>();
        if (ids.isEmpty()) {
            return details;
        }
        List<Reviewable> found = entities.createQuery("select r from Reviewable r where r.id in :ids", Reviewable.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<SubmissionId, SubmissionDetails> texts = new HashMap<>();
        submissions
                .findAll(found.stream().map(Reviewable::submission).toList())
                .forEach(submission -> texts.put(submission.id(), submission));
        Instant now = items.now();
        for (Reviewable item : found) {
            details.put(
                    item.id(),
                    new ItemDetails(
                            item,
                            Optional.ofNullable(texts.get(item.submission())),
                            item.priority(now),
                            item.lease(now)));
        }
        return details;
    }

    /**
     * How many items there are.
     *
     * @param queue of a queue
     * @param status in a status
     * @param items how many
     */
    public record Count(QueueName queue, ReviewStatus status, long items) {}
}
