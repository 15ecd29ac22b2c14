package dev.undertone.review.decisions;

import static dev.undertone.review.ReviewTrail.picture;

import dev.undertone.account.Caller;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import dev.undertone.review.LastDecision;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewTrail;
import dev.undertone.review.Reviewable;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.stereotype.Component;

/** Writes decisions down: in the item, as a row of its own, with the submission and in the trail. */
@Component
class DecisionLedger {

    private final ReviewItems items;
    private final EntityManager entities;
    private final Submissions submissions;
    private final ReviewTrail trail;

    DecisionLedger(ReviewItems items, EntityManager entities, Submissions submissions, ReviewTrail trail) {
        this.items = items;
        this.entities = entities;
        this.submissions = submissions;
        this.trail = trail;
    }

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Decides about locked items, all in the same way. */
    List<Decision> decide(List<Reviewable> locked, Opinion opinion, Optional<UUID> bulk, Caller caller) {
        return decide(locked, opinion, bulk, caller, items.now());
    }

    /** Writes decisions down that were made at this moment. */
    List<Decision> decide(List<Reviewable> locked, Opinion opinion, Optional<UUID> bulk, Caller caller, Instant now) {
        boolean escalates = opinion.outcome() == Outcome.ESCALATED;
        List<Step> steps = new ArrayList<>(locked.size());
        for (Reviewable item : locked) {
            LastDecision key = new LastDecision(
                    newId(), opinion.outcome().name(), caller.actor().name(), now);
            steps.add(new Step(item, Decision.Before.of(item), picture(item, now), key));
            item.settle(key, escalates);
        }
        items.flush();
        List<Decision> decisions = new ArrayList<>(locked.size());
        for (Step step : steps) {
            Decision decision = Decision.made(step.key(), opinion, step.item(), step.before(), bulk, caller);
            entities.persist(decision);
            decisions.add(decision);
            trail.append(
                    caller.actor(), "decision.made", step.item(), step.picture(), after(step, decision, opinion, now));
        }
        entities.flush();
        Optional<Emotion> correction = opinion.correction();
        opinion.outcome()
                .resolution()
                .ifPresent(resolution -> submissions.resolve(
                        submissionsOf(decisions),
                        resolution,
                        correction,
                        caller.actor().name(),
                        now));
        return decisions;
    }

    private static Map<String, String> after(Step step, Decision decision, Opinion opinion, Instant now) {
        Map<String, String> after = picture(step.item(), now);
        opinion.correction().ifPresent(emotion -> after.put("correction", emotion.label()));
        opinion.feedback().ifPresent(feedback -> after.put("feedback", feedback.name()));
        decision.bulk().ifPresent(bulk -> after.put("bulk", bulk.toString()));
        return after;
    }

    /** Takes back decisions that stand, about locked items. */
    List<Decision> takeBack(List<Undoing> undoings, Optional<UUID> bulk, Caller caller) {
        Instant now = items.now();
        List<Step> steps = new ArrayList<>(undoings.size());
        for (Undoing undoing : undoings) {
            Reviewable item = undoing.item();
            LastDecision key = new LastDecision(
                    newId(), Outcome.UNDONE.name(), caller.actor().name(), now);
            steps.add(new Step(item, Decision.Before.of(item), picture(item, now), key));
            item.returnTo(
                    undoing.decision().before(),
                    undoing.prior().map(Decision::asLast).orElse(null));
        }
        items.flush();
        List<Decision> decisions = new ArrayList<>(undoings.size());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Decision undone = undoings.get(i).decision();
            Decision decision = Decision.undoing(step.key(), undone, step.item(), step.before(), bulk, caller);
            entities.persist(decision);
            decisions.add(decision);
            Map<String, String> after = picture(step.item(), now);
            after.put("undo", decision.id().toString());
            after.put("undoes", undone.id().toString());
            bulk.ifPresent(id -> after.put("bulk", id.toString()));
            trail.append(caller.actor(), "decision.undone", step.item(), step.picture(), after);
        }
        entities.flush();
        List<Decision> resolving = undoings.stream()
                .map(Undoing::decision)
                .filter(decision -> decision.outcome().resolution().isPresent())
                .toList();
        if (!resolving.isEmpty()) {
            submissions.reopen(submissionsOf(resolving));
        }
        return decisions;
    }

    private static List<SubmissionId> submissionsOf(List<Decision> decisions) {
        return decisions.stream().map(Decision::submission).toList();
    }

    /** An item with what it was before the change. */
    private record Step(Reviewable item, Decision.Before before, Map<String, String> picture, LastDecision key) {}

    /**
     * A decision to take back.
     *
     * @param decision that stands
     * @param item about which it is, locked
     * @param prior the decision that stood before, and will again
     */
    record Undoing(Decision decision, Reviewable item, Optional<Decision> prior) {}
}
