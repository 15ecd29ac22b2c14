package dev.undertone.moderation.policies;

import dev.undertone.audit.Actor;
import dev.undertone.emotion.Emotion;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.util.List;
import java.util.Optional;

/** Policies and people for tests of stored policies. */
public final class StoredCases {

    /** Who owns the policies. */
    public static final Actor OWNER = new Actor(Actor.Kind.PERSON, "7", "olga", Optional.of("192.0.2.7"));

    private StoredCases() {}

    /** A version that holds anger from a threshold on, for conduct. */
    public static NewVersion holdingAnger(double threshold) {
        return saying(threshold, new Verdict.Hold(QueueName.CONDUCT));
    }

    /** A version with one rule about anger. */
    public static NewVersion saying(double threshold, Verdict verdict) {
        Rule rule = Rule.of("anger", new Condition.EmotionAtLeast(Emotion.ANGER, threshold), verdict);
        return new NewVersion(new Policy(List.of(rule)), VersionNote.NONE);
    }
}
