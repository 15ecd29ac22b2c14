package dev.undertone.benchmark.workload;

import java.util.Arrays;

/**
 * One round of one contestant.
 *
 * @param texts how many were answered
 * @param seconds from the first question to the last answer
 * @param waits how long each question waited for its answer
 */
public record Measurement(int texts, double seconds, Waits waits) {

    static Measurement of(int texts, long nanos, long[] waits) {
        return new Measurement(texts, nanos / 1e9, new Waits(waits));
    }

    /** Texts answered in a second. */
    public double textsPerSecond() {
        return texts / seconds;
    }

    /** Waiting times; nanoseconds inside, so that none of them is rounded. */
    public static final class Waits {

        private final long[] rising;

        /** Sorts a copy. */
        public Waits(long... nanos) {
            this.rising = nanos.clone();
            Arrays.sort(rising);
        }

        /** All of several rounds. */
        public static Waits all(Iterable<Waits> rounds) {
            long[] together = new long[0];
            for (Waits one : rounds) {
                int before = together.length;
                together = Arrays.copyOf(together, before + one.rising.length);
                System.arraycopy(one.rising, 0, together, before, one.rising.length);
            }
            return new Waits(together);
        }

        /**
         * The time within which this share was answered, in milliseconds.
         *
         * @param share above 0, at most 1
         */
        public double percentile(double share) {
            int rank = Math.max(1, (int) Math.ceil(share * rising.length));
            return rising[rank - 1] / 1e6;
        }
    }
}
