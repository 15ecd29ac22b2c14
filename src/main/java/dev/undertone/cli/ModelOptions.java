package dev.undertone.cli;

import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.classification.ServedModel.Precision;
import dev.undertone.modelstore.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a command reads with. */
final class ModelOptions {

    @Option(
            names = "--checkpoint",
            paramLabel = "ID",
            description = "A checkpoint of the model store; else the active one.")
    private @Nullable String checkpoint;

    @Option(names = "--precision", paramLabel = "int8|fp32", description = "The arithmetic; else as the settings say.")
    private @Nullable Precision precision;

    PooledClassifier classifier(Settings settings) {
        return classifier(settings, settings.checkpoint(checkpoint));
    }

    /** With a checkpoint that is named elsewhere. */
    PooledClassifier classifier(Settings settings, Checkpoint named) {
        ClassificationSettings classification = settings.classification();
        return new PooledClassifier(
                named, precision == null ? classification : classification.withPrecision(precision));
    }
}
