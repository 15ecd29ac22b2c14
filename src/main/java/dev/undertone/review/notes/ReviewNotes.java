package dev.undertone.review.notes;

import dev.undertone.account.Caller;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewTrail;
import dev.undertone.review.ReviewTransactions;
import dev.undertone.review.Reviewable;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the notes. */
@Component
public class ReviewNotes {

    /** The longest note in UTF-16 code units. */
    public static final int LONGEST = 2000;

    private final EntityManager entities;
    private final ReviewItems items;
    private final ReviewTransactions transactions;
    private final ReviewTrail trail;

    ReviewNotes(EntityManager entities, ReviewItems items, ReviewTransactions transactions, ReviewTrail trail) {
        this.entities = entities;
        this.items = items;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Adds a note, whoever holds the item; the trail knows that there is one, but not what it says. */
    public Note add(UUID id, String text, Caller caller) {
        return transactions.run(() -> {
            Reviewable item = items.lock(id);
            if (item.erasedAt().isPresent()) {
                throw ReviewConflict.erased(item, items.now());
            }
            Note note = new Note(item.id(), text, caller.actor(), items.now());
            entities.persist(note);
            entities.flush();
            trail.append(
                    caller.actor(),
                    "reviewable.noted",
                    item,
                    Map.of(),
                    Map.of("note", note.id().toString()));
            return note;
        });
    }

    /** The notes about an item, the oldest first. */
    public List<Note> of(UUID reviewable) {
        return entities.createQuery("select n from Note n where n.reviewableId = :item order by n.id", Note.class)
                .setParameter("item", reviewable)
                .getResultList();
    }
}
