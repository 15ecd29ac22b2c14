package dev.undertone.review;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.SubmissionHeld;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues what has been held, in the transaction that stores it: there is no held submission that nobody sees. */
@Component
class Queueing {

    private final EntityManager entities;
    private final ReviewTrail trail;
    private final ReviewSettings settings;

    Queueing(EntityManager entities, ReviewTrail trail, ReviewSettings settings) {
        this.entities = entities;
        this.trail = trail;
        this.settings = settings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(SubmissionHeld held) {
        Reviewable item = new Reviewable(held, settings.target(held.queue()));
        entities.persist(item);
        trail.append(Actor.service(), "reviewable.queued", item, Map.of(), ReviewTrail.picture(item, item.createdAt()));
    }
}
