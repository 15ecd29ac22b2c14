package dev.undertone.training;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a training depends on. A saved state may be resumed only with the same.
 *
 * @param base the checkpoint started from
 * @param hyperparameters how it is trained
 * @param train SHA-256 of the training examples
 * @param validation SHA-256 of the validation examples
 */
record RunDescription(String base, Hyperparameters hyperparameters, String train, String validation) {

    static RunDescription of(Checkpoint base, Hyperparameters hyperparameters, Dataset train, Dataset validation) {
        return new RunDescription(base.id().value(), hyperparameters, fingerprint(train), fingerprint(validation));
    }

    /**
     * Refuses to resume another run.
     *
     * @throws AnotherRun naming what differs
     */
    void requireSame(RunDescription saved) {
        Map<String, Object> mine = facts();
        saved.facts().forEach((name, value) -> {
            if (!value.equals(mine.get(name))) {
                throw new AnotherRun(name + " was " + value + " when the run began and is " + mine.get(name) + " now");
            }
        });
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("the base", base);
        facts.put("the training data (SHA-256)", train);
        facts.put("the validation data (SHA-256)", validation);
        facts.put("the recipe", hyperparameters);
        return facts;
    }

    private static String fingerprint(Dataset dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Example example : dataset.examples()) {
                digest.update(
                        (example.text() + "\n" + example.emotion().label() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The saved state belongs to a training with other data, another base or another recipe. */
    public static final class AnotherRun extends RuntimeException {
        AnotherRun(String fact) {
            super(fact + ": resume with the same, or choose another --output");
        }
    }
}
