package dev.undertone.cli;

import dev.undertone.training.recipe.DecayShape;
import dev.undertone.training.recipe.Refinements;
import dev.undertone.training.recipe.TwoLabels;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** What may be added to the published recipe; off by default. */
final class RefinementOptions {

    @Option(
            names = "--weight-average",
            paramLabel = "DECAY",
            defaultValue = "0",
            description = "Evaluates and saves an exponential average of the weights, such as 0.998; 0 for none.")
    private double weightAverage;

    @Option(
            names = "--r-drop",
            paramLabel = "WEIGHT",
            defaultValue = "0",
            description = "Reads each text twice and pulls both answers together, such as 1; 0 for once.")
    private double rDrop;

    @Option(
            names = "--label-smoothing",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of a label spread over all, ${DEFAULT-VALUE}.")
    private double labelSmoothing;

    @Option(
            names = "--layer-decay",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Rate of a layer as a share of that of the layer above, ${DEFAULT-VALUE}.")
    private double layerDecay;

    @Option(
            names = "--embedding-noise",
            paramLabel = "SIZE",
            defaultValue = "0",
            description = "Uniform noise on embeddings, such as 5; 0 for none.")
    private double embeddingNoise;

    @Option(
            names = "--schedule",
            paramLabel = "linear|cosine",
            defaultValue = "LINEAR",
            description = "How the learning rate falls, linear unless given.")
    private DecayShape schedule = DecayShape.LINEAR;

    @Option(
            names = "--two-labels",
            paramLabel = "keep|soft|drop",
            defaultValue = "KEEP",
            description = "What to do with training texts that carry two labels, keep unless given.")
    private TwoLabels twoLabels = TwoLabels.KEEP;

    @Option(
            names = "--augment",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of texts written in another way in each step (case, punctuation, typing errors, emoji,"
                    + " contractions, quotes), ${DEFAULT-VALUE}.")
    private double augment;

    Refinements refinements() {
        return new Refinements(
                weightAverage, rDrop, labelSmoothing, layerDecay, embeddingNoise, schedule, twoLabels, augment);
    }

    /** Option names without dashes, and their values, in the order of the card. */
    Map<String, String> asOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("weight-average", Double.toString(weightAverage));
        options.put("r-drop", Double.toString(rDrop));
        options.put("label-smoothing", Double.toString(labelSmoothing));
        options.put("layer-decay", Double.toString(layerDecay));
        options.put("embedding-noise", Double.toString(embeddingNoise));
        options.put("schedule", schedule.name().toLowerCase(Locale.ROOT));
        options.put("two-labels", twoLabels.name().toLowerCase(Locale.ROOT));
        options.put("augment", Double.toString(augment));
        return options;
    }
}
