package dev.undertone.policy;

import dev.undertone.emotion.Emotion;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that conditions look at, so that whoever judges very many texts need not fetch the others. */
public sealed interface Aspect {

    /**
     * How probable an emotion is.
     *
     * @param emotion which one
     */
    record Probability(Emotion emotion) implements Aspect {

        /** All six. */
        public static Set<Aspect> ofAll() {
            return Emotion.inOrder().stream().map(Probability::new).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What is known of a text beside its probabilities. */
    enum Circumstance implements Aspect {
        NOTICES,
        CHANNEL,
        LENGTH
    }
}
