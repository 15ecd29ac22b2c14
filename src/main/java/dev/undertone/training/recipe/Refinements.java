package dev.undertone.training.recipe;

/**
 * What is added to the published recipe.
 *
 * @param weightAverage decay of an exponential average of the weights, which is evaluated and saved in place of the
 *     weights themselves (Polyak and Juditsky 1992); 0 for none
 * @param rDrop weight of the symmetric divergence between two passes that drop different values; 0 for one pass (Liang
 *     et al. 2021, arXiv 2106.14448; their equation 4 adds up the cross-entropies of both passes, here they are
 *     averaged, so that a weight of 1 is their alpha of 2)
 * @param labelSmoothing the share of a label that is spread over all of them (Szegedy et al. 2016, arXiv 1512.00567,
 *     section 7); 0 for none
 * @param layerDecay what the learning rate of a layer is multiplied with for each layer above it (Howard and Ruder
 *     2018, arXiv 1801.06146, section 3.2); 1 for one rate
 * @param embeddingNoise size of the uniform noise on embeddings (Jain et al. 2023, arXiv 2310.05914, algorithm 1); 0
 *     for none
 * @param decay how the learning rate falls
 * @param twoLabels what is done with contradictory texts
 * @param augment the share of texts that are written in another way in a step; 0 for none
 */
public record Refinements(
        double weightAverage,
        double rDrop,
        double labelSmoothing,
        double layerDecay,
        double embeddingNoise,
        DecayShape decay,
        TwoLabels twoLabels,
        double augment) {

    /** Nothing is added. */
    public static final Refinements NONE = new Refinements(0, 0, 0, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0);

    /** Refuses values outside their range, naming the option. */
    public Refinements {
        Bounds.require(weightAverage >= 0 && weightAverage < 1, "weight-average", weightAverage, "0 to below 1");
        Bounds.require(rDrop >= 0 && rDrop <= 100, "r-drop", rDrop, "0 to 100");
        Bounds.require(labelSmoothing >= 0 && labelSmoothing < 1, "label-smoothing", labelSmoothing, "0 to below 1");
        Bounds.require(layerDecay > 0 && layerDecay <= 1, "layer-decay", layerDecay, "above 0 and at most 1");
        Bounds.require(embeddingNoise >= 0 && embeddingNoise <= 100, "embedding-noise", embeddingNoise, "0 to 100");
        Bounds.require(augment >= 0 && augment <= 1, "augment", augment, "0 to 1");
    }
}
