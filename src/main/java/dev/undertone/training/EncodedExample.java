package dev.undertone.training;

import dev.undertone.emotion.Emotion;

/**
 * A labelled text as the network reads it.
 *
 * @param ids token ids with start and end marks
 * @param label what it should be read as
 */
record EncodedExample(long[] ids, Emotion label) {

    int tokens() {
        return ids.length;
    }
}
