package dev.undertone.cli;

import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.classification.ServedModel.Precision;
import dev.undertone.modelstore.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model a command reads with. */
final class ModelOptions {

    @Mixin
    private final CheckpointOption checkpoint = new CheckpointOption();

    @Option(names = "--precision", paramLabel = "int8|fp32", description = "The arithmetic; else as the settings say.")
    private @Nullable Precision precision;

    PooledClassifier classifier(Settings settings) {
        return classifier(settings, checkpoint.open(settings));
    }

    /** So that a text that comes again is read again. */
    PooledClassifier classifierWithoutCache(Settings settings) {
        return new PooledClassifier(checkpoint.open(settings), serving(settings).withoutCache());
    }

    /** With a checkpoint that is named elsewhere. */
    PooledClassifier classifier(Settings settings, Checkpoint named) {
        return new PooledClassifier(named, serving(settings));
    }

    private ClassificationSettings serving(Settings settings) {
        ClassificationSettings classification = settings.classification();
        return precision == null ? classification : classification.withPrecision(precision);
    }
}
