package dev.undertone.benchmark.contestant;

import java.util.List;

/** One way to run the network. */
public interface Contestant extends AutoCloseable {

    /** Its name in the report. */
    String system();

    /**
     * Runs the network over one text with all cores at hand; how it became tokens does not count where that can be told
     * apart.
     */
    void forward(Sample sample);

    /**
     * Answers one text as a caller would ask; many threads may call.
     *
     * @param callers how many callers there are at the same time
     */
    void answer(Sample sample, int callers);

    /** Answers all texts as fast as it goes. */
    void answerAll(List<Sample> samples);

    /** Whether it does the same as another one wherever texts are not handed over together. */
    default boolean onlyForMany() {
        return false;
    }

    /** Tries its settings on these texts and keeps the fastest. */
    default void settle(List<Sample> samples) {}

    @Override
    void close();
}
