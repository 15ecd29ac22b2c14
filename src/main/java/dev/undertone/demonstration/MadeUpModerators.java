package dev.undertone.demonstration;

import dev.undertone.account.Caller;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.review.decisions.Feedback;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.decisions.PastDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Made-up people who have decided about most of what was held some days ago, as real ones would have. */
final class MadeUpModerators {

    /** What is younger still waits. */
    private static final Duration DECIDED_AFTER = Duration.ofDays(5);

    /** One in so many of the older ones was left for whoever looks at the demonstration. */
    private static final int LEFT = 9;

    private static final Duration FASTEST = Duration.ofMinutes(6);
    private static final int PACES = 13;
    private static final Duration PACE = Duration.ofMinutes(41);

    private static final List<Caller> PEOPLE =
            List.of(caller("Noor (demo)"), caller("Emil (demo)"), caller("Ruth (demo)"));

    private final PastDecisions decisions;

    MadeUpModerators(PastDecisions decisions) {
        this.decisions = decisions;
    }

    private static Caller caller(String name) {
        Actor actor = new Actor(Actor.Kind.SERVICE, Demonstration.ACTOR_ID, name, Optional.empty());
        return new Caller(actor, Set.of(Scope.REVIEW), false);
    }

    /** Decides about a story that was held, if one of them would have by now; within the running transaction. */
    void lookAt(Story story, SubmissionDetails submission) {
        if (submission.queue().isEmpty() || story.age().compareTo(DECIDED_AFTER) < 0 || story.number() % LEFT == 0) {
            return;
        }
        Instant at = submission.receivedAt().plus(FASTEST).plus(PACE.multipliedBy(story.number() * 7L % PACES));
        Caller by = PEOPLE.get(story.number() % PEOPLE.size());
        decisions.decided(submission.id(), opinion(story, submission), by, at);
    }

    private static Opinion opinion(Story story, SubmissionDetails submission) {
        Optional<Emotion> read = submission.scoring().map(Scoring::scores).map(scores -> scores.top());
        Optional<Emotion> correction = story.emotion().filter(emotion -> !read.equals(Optional.of(emotion)));
        Feedback feedback = correction.isPresent()
                ? Feedback.EMOTION_WRONG
                : story.sense() == Story.Sense.FINE ? Feedback.POLICY_WRONG : Feedback.BOTH_RIGHT;
        return new Opinion(outcome(story), reason(story), correction, Optional.of(feedback));
    }

    private static Outcome outcome(Story story) {
        return switch (story.sense()) {
            case FINE -> Outcome.APPROVED;
            case HARMFUL -> Outcome.REJECTED;
            case NOTHING_TO_DECIDE -> Outcome.IGNORED;
            case FOR_A_LEAD -> Outcome.ESCALATED;
        };
    }

    private static Optional<String> reason(Story story) {
        return switch (story.sense()) {
            case FINE -> Optional.empty();
            case HARMFUL -> Optional.of("Aimed at a person.");
            case NOTHING_TO_DECIDE -> Optional.of("Nothing to decide here.");
            case FOR_A_LEAD -> Optional.of("May be in danger; a lead should see this.");
        };
    }
}
