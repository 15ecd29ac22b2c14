package dev.undertone.training.recipe;

/** How the learning rate falls from its peak to 0 at the end of training. */
public enum DecayShape {
    /** In a straight line, as published. */
    LINEAR {
        @Override
        public double left(double passed) {
            return 1 - passed;
        }
    },
    /** Along half a wave of the cosine (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5). */
    COSINE {
        @Override
        public double left(double passed) {
            return (1 + Math.cos(Math.PI * passed)) / 2;
        }
    };

    /**
     * The share of the peak that is left.
     *
     * @param passed the share of the fall that has passed, 0 to 1
     */
    public abstract double left(double passed);
}
