package dev.undertone.cli;

import dev.undertone.training.Hyperparameters;
import dev.undertone.training.Hyperparameters.AdamWConstants;
import dev.undertone.training.Hyperparameters.Dropout;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every hyperparameter as an option, with the published value as its default, and what may be added to them. */
final class TrainOptions {

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            defaultValue = "2e-5",
            description = "Peak rate, ${DEFAULT-VALUE}; the published card says 2e-5 in its text and 5e-5 in its list.")
    private double learningRate;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "16",
            description = "Texts a step, ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--eval-batch-size",
            paramLabel = "N",
            defaultValue = "64",
            description = "Texts a batch when evaluating, ${DEFAULT-VALUE}.")
    private int evaluationBatchSize;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Passes over the training data, ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--warmup-steps",
            paramLabel = "N",
            defaultValue = "500",
            description = "Steps of the rise to the peak, ${DEFAULT-VALUE}.")
    private int warmupSteps;

    @Option(
            names = "--adam-beta1",
            paramLabel = "SHARE",
            defaultValue = "0.9",
            description = "Decay of the mean gradient, ${DEFAULT-VALUE}.")
    private double beta1;

    @Option(
            names = "--adam-beta2",
            paramLabel = "SHARE",
            defaultValue = "0.999",
            description = "Decay of its mean square, ${DEFAULT-VALUE}.")
    private double beta2;

    @Option(
            names = "--adam-epsilon",
            paramLabel = "X",
            defaultValue = "1e-8",
            description = "Added to the root of that mean, ${DEFAULT-VALUE}.")
    private double epsilon;

    @Option(
            names = "--weight-decay",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            description = "Share of a weight lost per unit of rate, ${DEFAULT-VALUE}; not for biases and LayerNorms.")
    private double weightDecay;

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Hidden values left out while training, ${DEFAULT-VALUE}.")
    private double dropout;

    @Option(
            names = "--attention-dropout",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "Attention weights left out, ${DEFAULT-VALUE}.")
    private double attentionDropout;

    @Option(
            names = "--classifier-dropout",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Values left out before the last layer, ${DEFAULT-VALUE}.")
    private double classifierDropout;

    @Option(
            names = "--max-grad-norm",
            paramLabel = "X",
            defaultValue = "1.0",
            description = "Largest norm of the gradient, ${DEFAULT-VALUE}.")
    private double maxGradientNorm;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "512",
            description = "Longest text in tokens, ${DEFAULT-VALUE}.")
    private int maxTokens;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Decides order, dropout and all that is drawn, ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private RefinementOptions refinements = new RefinementOptions();

    Hyperparameters hyperparameters() {
        return new Hyperparameters(
                learningRate,
                batchSize,
                evaluationBatchSize,
                epochs,
                warmupSteps,
                new AdamWConstants(beta1, beta2, epsilon, weightDecay),
                new Dropout(dropout, attentionDropout, classifierDropout),
                maxGradientNorm,
                seed,
                maxTokens,
                refinements.refinements());
    }

    /** Option names without dashes, and their values, in the order of the card. */
    Map<String, String> asOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("learning-rate", Double.toString(learningRate));
        options.put("batch-size", Integer.toString(batchSize));
        options.put("eval-batch-size", Integer.toString(evaluationBatchSize));
        options.put("epochs", Integer.toString(epochs));
        options.put("warmup-steps", Integer.toString(warmupSteps));
        options.put("adam-beta1", Double.toString(beta1));
        options.put("adam-beta2", Double.toString(beta2));
        options.put("adam-epsilon", Double.toString(epsilon));
        options.put("weight-decay", Double.toString(weightDecay));
        options.put("dropout", Double.toString(dropout));
        options.put("attention-dropout", Double.toString(attentionDropout));
        options.put("classifier-dropout", Double.toString(classifierDropout));
        options.put("max-grad-norm", Double.toString(maxGradientNorm));
        options.put("max-tokens", Integer.toString(maxTokens));
        options.put("seed", Long.toString(seed));
        options.putAll(refinements.asOptions());
        return options;
    }
}
