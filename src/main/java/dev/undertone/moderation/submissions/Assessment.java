package dev.undertone.moderation.submissions;

import dev.undertone.moderation.StandingPolicies.Ruling;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.util.Optional;

/**
 * What the machine made of a text. Where it could not score or judge, a person does: nothing is allowed by a failure.
 *
 * @param scoring what the model said
 * @param ruling what the live policy said; never there without scores
 * @param obstacle what kept the machine from one of the two, in plain words; there if and only if there is no ruling
 */
public record Assessment(Optional<Scoring> scoring, Optional<Ruling> ruling, Optional<String> obstacle) {

    private static final Verdict UNJUDGED = new Verdict.Hold(QueueName.UNCERTAIN);

    /** Refuses what would be neither judged nor explained. */
    public Assessment {
        if (ruling.isPresent() == obstacle.isPresent() || (ruling.isPresent() && scoring.isEmpty())) {
            throw new IllegalArgumentException("neither judged nor held for a reason: " + ruling + ", " + obstacle);
        }
    }

    /** Scored and judged, as it should be. */
    public static Assessment judged(Scoring scoring, Ruling ruling) {
        return new Assessment(Optional.of(scoring), Optional.of(ruling), Optional.empty());
    }

    /** Scored, but no policy could judge. */
    public static Assessment unjudged(Scoring scoring, String obstacle) {
        return new Assessment(Optional.of(scoring), Optional.empty(), Optional.of(obstacle));
    }

    /** The model said nothing that could be used. */
    public static Assessment unscored(String obstacle) {
        return new Assessment(Optional.empty(), Optional.empty(), Optional.of(obstacle));
    }

    /** What the policy said, or a hold. */
    public Verdict verdict() {
        return ruling.map(said -> said.judgement().verdict()).orElse(UNJUDGED);
    }

    /** Where a person looks at it; empty if nobody has to. */
    public Optional<QueueName> queue() {
        return ruling.isPresent() ? ruling.get().judgement().queue() : Optional.of(QueueName.UNCERTAIN);
    }
}
