package dev.undertone.classification.serving;

import java.util.List;

/** What the workers run; each worker calls it with its own number, at the same time as the others. */
interface Network extends AutoCloseable {

    /**
     * Runs one pass.
     *
     * @param worker number of the calling worker, from 0
     * @param allCores whether no other worker runs, so that all cores may help
     * @return logits of shape (texts, labels)
     */
    float[][] run(int worker, List<long[]> texts, boolean allCores);

    @Override
    void close();
}
