package dev.undertone.training;

import dev.undertone.distilbert.DropoutRates;
import dev.undertone.training.recipe.Bounds;
import dev.undertone.training.recipe.Refinements;

/**
 * How a checkpoint is fine-tuned. The defaults are those of the model's published card; where it contradicts itself
 * about the learning rate, the one of its text.
 *
 * @param learningRate peak learning rate, above 0
 * @param batchSize texts a step
 * @param evaluationBatchSize texts a batch when evaluating
 * @param epochs passes over the training data
 * @param warmupSteps steps over which the learning rate rises linearly from 0
 * @param optimizer the constants of AdamW
 * @param dropout shares of values dropped while training
 * @param maxGradientNorm the gradient is scaled down to this global norm; above 0
 * @param seed decides order, dropout, noise and how texts are written in another way
 * @param maxTokens longest text in tokens, start and end marks included; longer ones are cut while training
 * @param refinements what is added to the published recipe
 */
public record Hyperparameters(
        double learningRate,
        int batchSize,
        int evaluationBatchSize,
        int epochs,
        int warmupSteps,
        AdamWConstants optimizer,
        Dropout dropout,
        double maxGradientNorm,
        long seed,
        int maxTokens,
        Refinements refinements) {

    /** The published recipe. */
    public static final Hyperparameters PUBLISHED = new Hyperparameters(
            2e-5, 16, 64, 3, 500, AdamWConstants.PUBLISHED, Dropout.PUBLISHED, 1.0, 42, 512, Refinements.NONE);

    /** Refuses values that no training can run with, naming the option. */
    public Hyperparameters {
        Bounds.require(learningRate > 0 && learningRate < 1, "learning-rate", learningRate, "above 0 and below 1");
        Bounds.require(batchSize > 0, "batch-size", batchSize, "at least 1");
        Bounds.require(evaluationBatchSize > 0, "eval-batch-size", evaluationBatchSize, "at least 1");
        Bounds.require(epochs > 0, "epochs", epochs, "at least 1");
        Bounds.require(warmupSteps >= 0, "warmup-steps", warmupSteps, "0 or more");
        Bounds.require(maxGradientNorm > 0, "max-grad-norm", maxGradientNorm, "above 0");
        Bounds.require(maxTokens > 2 && maxTokens <= 512, "max-tokens", maxTokens, "3 to 512");
    }

    /** The same with other refinements. */
    public Hyperparameters with(Refinements others) {
        return new Hyperparameters(
                learningRate,
                batchSize,
                evaluationBatchSize,
                epochs,
                warmupSteps,
                optimizer,
                dropout,
                maxGradientNorm,
                seed,
                maxTokens,
                others);
    }

    /** The rates of a network in training. */
    DropoutRates rates() {
        return new DropoutRates(
                dropout.hidden(), dropout.attention(), dropout.classifier(), refinements.embeddingNoise());
    }

    /**
     * The constants of AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101).
     *
     * @param beta1 decay of the mean of gradients, 0 to below 1
     * @param beta2 decay of the mean of their squares, 0 to below 1
     * @param epsilon added to the root of that mean, above 0
     * @param weightDecay share of a weight removed a step per unit of learning rate; biases and LayerNorms keep all
     */
    public record AdamWConstants(double beta1, double beta2, double epsilon, double weightDecay) {

        /** The published values. */
        public static final AdamWConstants PUBLISHED = new AdamWConstants(0.9, 0.999, 1e-8, 0.01);

        /** Refuses values outside their range. */
        public AdamWConstants {
            Bounds.require(beta1 >= 0 && beta1 < 1, "adam-beta1", beta1, "0 to below 1");
            Bounds.require(beta2 >= 0 && beta2 < 1, "adam-beta2", beta2, "0 to below 1");
            Bounds.require(epsilon > 0, "adam-epsilon", epsilon, "above 0");
            Bounds.require(weightDecay >= 0 && weightDecay < 1, "weight-decay", weightDecay, "0 to below 1");
        }
    }

    /**
     * The share of values set to zero while training, 0 to below 1.
     *
     * @param hidden after the embeddings and after each feed-forward block
     * @param attention of the attention weights
     * @param classifier before the last linear layer
     */
    public record Dropout(double hidden, double attention, double classifier) {

        /** The published values. */
        public static final Dropout PUBLISHED = new Dropout(0.1, 0.1, 0.2);

        /** Refuses values outside their range. */
        public Dropout {
            Bounds.require(hidden >= 0 && hidden < 1, "dropout", hidden, "0 to below 1");
            Bounds.require(attention >= 0 && attention < 1, "attention-dropout", attention, "0 to below 1");
            Bounds.require(classifier >= 0 && classifier < 1, "classifier-dropout", classifier, "0 to below 1");
        }
    }
}
