package dev.undertone.classification;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is done to texts before and after the network: to a text of 22 tokens 0.07 ms of one core, beside 3 to 7 ms of
 * the network.
 */
final class EachText {

    /** For fewer it is not worth waking others up. */
    private static final int MANY = 16;

    private EachText() {}

    /** The results in order; of many texts on all cores. */
    static <T, R> List<R> map(List<T> texts, Function<? super T, ? extends R> work) {
        Stream<T> stream = texts.size() < MANY ? texts.stream() : texts.parallelStream();
        return stream.<R>map(work).toList();
    }
}
