package dev.undertone.distilbert;

/**
 * The share of values set to zero while training, 0 (none) to below 1, and what else disturbs a pass then.
 *
 * @param hidden after the embeddings and after each feed-forward block ({@code dropout})
 * @param attention of the attention weights ({@code attention_dropout})
 * @param classifier before the last linear layer ({@code seq_classif_dropout})
 * @param embeddingNoise size of the uniform noise on word embeddings (Jain et al. 2023, arXiv 2310.05914, algorithm 1),
 *     0 (none) or more
 */
public record DropoutRates(double hidden, double attention, double classifier, double embeddingNoise) {

    /** Evaluation: nothing is dropped. */
    public static final DropoutRates NONE = new DropoutRates(0, 0, 0);

    /** Refuses a rate outside 0 to below 1. */
    public DropoutRates {
        require("dropout", hidden);
        require("attention dropout", attention);
        require("classifier dropout", classifier);
        if (!(embeddingNoise >= 0 && embeddingNoise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("embedding noise is " + embeddingNoise + ", expected 0 or more");
        }
    }

    /** Dropout alone. */
    public DropoutRates(double hidden, double attention, double classifier) {
        this(hidden, attention, classifier, 0);
    }

    private static void require(String name, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(name + " is " + rate + ", expected 0 to below 1");
        }
    }
}
