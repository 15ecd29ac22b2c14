package dev.undertone.review;

import dev.undertone.account.Caller;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Reason;
import dev.undertone.policy.Verdict;
import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.Decision;
import dev.undertone.review.decisions.DecisionHistory;
import dev.undertone.review.decisions.Decisions;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.decisions.Undo;
import dev.undertone.review.reading.ItemDetails;
import dev.undertone.review.reading.ReviewQueue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the queue share: the parts of the module, people, and items put in as moderation does. */
public abstract class ReviewCases {

    /** A moderator. */
    protected static final Caller ANNA = person("anna", false);

    /** Another one. */
    protected static final Caller BEN = person("ben", false);

    /** A lead. */
    protected static final Caller LEA = person("lea", true);

    @Autowired
    protected Claims claims;

    @Autowired
    protected Assignments assignments;

    @Autowired
    protected Decisions decisions;

    @Autowired
    protected BulkDecisions bulk;

    @Autowired
    protected Undo undo;

    @Autowired
    protected DecisionHistory history;

    @Autowired
    protected ReviewQueue queue;

    @Autowired
    protected Submissions submissions;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    /** Somebody. */
    protected static Caller person(String name, boolean lead) {
        Actor actor = new Actor(Actor.Kind.PERSON, "id-of-" + name, name, Optional.of("127.0.0.1"));
        return new Caller(actor, EnumSet.of(Scope.READ, Scope.REVIEW), lead);
    }

    /** Scores with this much of an emotion, the rest being joy. */
    protected static EmotionScores scores(Emotion emotion, double probability) {
        List<Double> all = new ArrayList<>(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
        all.set(Emotion.JOY.id(), 1 - probability);
        all.set(emotion.id(), probability);
        return new EmotionScores(all);
    }

    /** Queues a text in a queue for its anger. */
    protected UUID hold(QueueName name, double anger) {
        return holdAll(name, anger, 1).get(0);
    }

    /** Queues many in one transaction. */
    protected List<UUID> holdAll(QueueName name, double anger, int count) {
        return IntStream.range(0, count).mapToObj(i -> newHeld(name, anger)).toList().stream()
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), this::queueAll));
    }

    private List<UUID> queueAll(List<SubmissionHeld> held) {
        transaction.executeWithoutResult(running -> held.forEach(events::publishEvent));
        return held.stream().map(each -> itemOf(each.submission())).toList();
    }

    /** Queues a text of which the model could say nothing. */
    protected UUID holdUnread() {
        return queueAll(List.of(new SubmissionHeld(
                        new SubmissionId(UUID.randomUUID()),
                        "forum",
                        QueueName.UNCERTAIN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant())))
                .get(0);
    }

    private SubmissionHeld newHeld(QueueName name, double anger) {
        Reason reason = new Reason("rage", Optional.of(new Reason.Measure(Emotion.ANGER, anger, 0.1)), "Anger.");
        return new SubmissionHeld(
                new SubmissionId(UUID.randomUUID()),
                "forum",
                name,
                Optional.of(new Judgement(new Verdict.Hold(name), Optional.of(name), List.of(reason), 1)),
                Optional.of(scores(Emotion.ANGER, anger)),
                Optional.of("default@1"),
                Optional.of("checkpoint-1"),
                clock.instant());
    }

    /** The item of a submission. */
    protected UUID itemOf(SubmissionId submission) {
        return jdbc.sql("select id from reviewable where submission_id = ?")
                .param(submission.value())
                .query(UUID.class)
                .single();
    }

    /** An item as it is. */
    protected Reviewable item(UUID id) {
        return queue.find(id).item();
    }

    /** Who has it, which must be somebody. */
    protected Lease lease(UUID id) {
        return queue.find(id).lease().orElseThrow();
    }

    /** Claims an item and decides about it. */
    protected Decision decide(UUID id, Outcome outcome, Caller caller) {
        claims.claim(id, caller);
        ItemDetails details = queue.find(id);
        return decisions.decide(
                id,
                details.item().version(),
                details.lease().orElseThrow().token(),
                new Opinion(outcome, Optional.empty(), Optional.empty(), Optional.empty()),
                caller);
    }

    /** An opinion without words. */
    protected static Opinion plainly(Outcome outcome) {
        return new Opinion(outcome, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the trail has taken down about an item, in order. */
    protected List<String> trail(UUID id) {
        return jdbc.sql("select action from audit_entry where subject_id = ? order by sequence")
                .param(id.toString())
                .query(String.class)
                .list();
    }
}
