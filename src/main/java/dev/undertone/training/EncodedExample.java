package dev.undertone.training;

import dev.undertone.emotion.Emotion;

/** A labelled text as the network reads it. */
final class EncodedExample {

    private final long[] ids;
    private final Emotion label;

    /**
     * Joins text and label.
     *
     * @param ids token ids with start and end marks
     * @param label what it should be read as
     */
    EncodedExample(long[] ids, Emotion label) {
        this.ids = ids;
        this.label = label;
    }

    long[] ids() {
        return ids;
    }

    Emotion label() {
        return label;
    }

    int tokens() {
        return ids.length;
    }
}
