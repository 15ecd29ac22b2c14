package dev.undertone.classification;

import dev.undertone.classification.ServedModel.Precision;
import java.nio.file.Path;
import java.time.Duration;

/** Settings for classifiers of tests: two workers, small passes, nothing kept. */
final class SmallSettings {

    private SmallSettings() {}

    static ClassificationSettings in(Path folder) {
        return in(folder, 64);
    }

    static ClassificationSettings in(Path folder, int calls) {
        return new ClassificationSettings(
                Precision.FP32,
                2,
                calls,
                4,
                64,
                0,
                Duration.ofMinutes(1),
                folder.resolve("compiled"),
                Duration.ofSeconds(2));
    }
}
