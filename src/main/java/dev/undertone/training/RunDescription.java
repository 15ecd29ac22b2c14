package dev.undertone.training;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.TrainingTexts;
import dev.undertone.training.teacher.Teacher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a training depends on. A saved state may be resumed only with the same.
 *
 * @param base the checkpoint started from
 * @param hyperparameters how it is trained
 * @param train SHA-256 of the training examples
 * @param validation SHA-256 of the validation examples
 * @param teacher who taught and how, {@code none} without one
 * @param keptEpoch the epoch whose weights are kept, the best if empty
 */
record RunDescription(
        String base,
        Hyperparameters hyperparameters,
        String train,
        String validation,
        String teacher,
        Optional<Integer> keptEpoch) {

    static RunDescription of(Checkpoint base, Hyperparameters hyperparameters, Course course) {
        return new RunDescription(
                base.id().value(),
                hyperparameters,
                fingerprint(lines(course.texts())),
                fingerprint(lines(course.validation())),
                course.teacher().map(Teacher::description).orElse("none"),
                course.keptEpoch());
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
        facts.put("the teacher", teacher);
        facts.put("the epoch to keep", keptEpoch.map(String::valueOf).orElse("the best"));
        facts.put("the recipe", hyperparameters);
        return facts;
    }

    private static Stream<String> lines(Dataset dataset) {
        return dataset.examples().stream().map(RunDescription::line);
    }

    private static Stream<String> lines(TrainingTexts texts) {
        return Stream.of(
                        lines(texts.main()),
                        texts.extra().stream().map(example -> texts.extraWeight() + " of " + line(example)),
                        texts.neutral().stream().map(text -> texts.neutralWeight() + " of " + text + "\n"))
                .flatMap(Function.identity());
    }

    private static String line(Example example) {
        return example.text() + "\n" + example.emotion().label() + "\n";
    }

    private static String fingerprint(Stream<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEachOrdered(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The saved state belongs to a training with other data, another base, teacher or recipe. */
    public static final class AnotherRun extends RuntimeException {
        AnotherRun(String fact) {
            super(fact + ": resume with the same, start anew with --restart, or choose another --output");
        }
    }
}
