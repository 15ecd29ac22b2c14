package dev.undertone.review.notes;

import dev.undertone.audit.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A remark about an item. */
@Entity
@Immutable
@Table(name = "review_note")
public class Note {

    @Id
    private UUID id;

    /** Only the database reads it. */
    @SuppressWarnings("UnusedVariable")
    private UUID reviewableId;

    private String text;

    /** Only the database reads it. */
    @SuppressWarnings("UnusedVariable")
    private String writtenById;

    private String writtenBy;
    private Instant writtenAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway")
    protected Note() {}

    Note(UUID reviewable, String text, Actor by, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.reviewableId = reviewable;
        this.text = text;
        this.writtenById = by.id();
        this.writtenBy = by.name();
        this.writtenAt = at;
    }

    /** Which one. */
    public UUID id() {
        return id;
    }

    /** What it says. */
    public String text() {
        return text;
    }

    /** Who wrote it. */
    public String writtenBy() {
        return writtenBy;
    }

    /** When. */
    public Instant writtenAt() {
        return writtenAt;
    }
}
