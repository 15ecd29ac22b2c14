package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFormat;
import dev.undertone.training.FineTuning;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.Hyperparameters;
import dev.undertone.training.data.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    void aTrainedCheckpointHasItsCardItsReportAndItsCurve() {
        Answer answer = train("--epochs", "2");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors())
                .startsWith("240 texts to train on, 30 to validate with. "
                        + "Texts that stand more than once: 30 with the same label, 0 with different ones.")
                .anyMatch(line -> line.matches("step 10 of 30, epoch 0\\.67: loss \\d\\.\\d{4}, learning rate .*"))
                .anyMatch(line -> line.startsWith("epoch 2: validation accuracy 0."));
        assertThat(answer.errors().get(answer.errors().size() - 1)).startsWith("Saved tuned: validation accuracy 0.");
        assertThat(workshop.store().resolve("tuned"))
                .isDirectoryContaining("glob:**/README.md")
                .isDirectoryContaining("glob:**/evaluation.json")
                .isDirectoryContaining("glob:**/history.jsonl");
        assertThat(workshop.run("checkpoint", "verify", "tuned").exitCode()).isZero();
        assertThat(runFolder()).doesNotExist();
    }

    @Test
    void aTakenNameIsNotTrainedOver() {
        Answer answer = train("--output", "tiny");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: there is a checkpoint tiny already: choose another --output");
    }

    @Test
    void aBegunTrainingIsNeitherForgottenNorGoneOnWithUnasked() throws IOException {
        Files.createDirectories(runFolder());

        Answer answer = train();

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: a training of tuned was begun: "
                        + "go on with --resume, or start anew with --restart");
    }

    @Test
    void whatWasNotBegunIsNotResumed() {
        Answer answer = train("--resume");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --resume: no training of tuned was begun");
    }

    @Test
    void resumeAndRestartExcludeEachOther() {
        Answer answer = train("--resume", "--restart");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --resume and --restart: give one of them");
    }

    @Test
    void anotherRecipeIsNotResumedButMayStartAnew() {
        begin(epochs(2), after(5));

        Answer resumed = train("--epochs", "1", "--resume");
        Answer restarted = train("--epochs", "1", "--restart");

        assertThat(resumed.exitCode()).isEqualTo(1);
        assertThat(resumed.errors().get(1))
                .startsWith("undertone: the recipe was ")
                .contains("choose another --output");
        assertThat(restarted.exitCode()).isZero();
        assertThat(workshop.store().resolve("tuned")).exists();
    }

    @Test
    void aTrainingKilledBeforeItsCardWasWrittenIsFinished() {
        FineTuning training = begin(epochs(1), () -> false);
        ModelStore store = new ModelStore(workshop.store());
        try (Weights best = training.openBest()) {
            store.save(new CheckpointId("tuned"), base(), best, WeightsFormat.SHIPPED);
        }

        Answer answer = train("--epochs", "1", "--resume");

        assertThat(answer.exitCode()).isZero();
        assertThat(workshop.store().resolve("tuned/evaluation.json")).exists();
        assertThat(runFolder()).doesNotExist();
    }

    @Test
    void theEpochToKeepIsTheLastAndKeptThoughAnEarlierWasBetter() throws IOException {
        String[] hasty = {"--epochs", "4", "--learning-rate", "0.02", "--warmup-steps", "0"};
        Answer all = train(hasty);
        String worse = all.errors().stream()
                .filter(line -> line.startsWith("epoch ") && !line.endsWith(", the best so far"))
                .findFirst()
                .orElseThrow();
        int number = Integer.parseInt(worse.substring("epoch ".length(), worse.indexOf(':')));

        Answer better = keep(number - 1, "better", hasty);
        Answer kept = keep(number, "kept", hasty);

        assertThat(better.exitCode()).isZero();
        assertThat(kept.errors().get(kept.errors().size() - 2)).isEqualTo(worse);
        assertThat(workshop.store().resolve("kept/README.md")).content().contains("| keep-epoch | " + number + " |");
        assertThat(weights("kept")).isNotEqualTo(weights("better"));
    }

    @Test
    void anEpochToKeepThatNeverComesIsWrongUsage() {
        Answer answer = train("--epochs", "2", "--keep-epoch", "3");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --keep-epoch is 3, expected 1 to 2");
    }

    @Test
    void aHyperparameterThatCannotBeIsWrongUsage() {
        Answer answer = train("--learning-rate", "3");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --learning-rate is 3.0, expected above 0 and below 1");
    }

    @Test
    void aBaseThatIsNeitherFolderNorNameIsWrongUsage() {
        Answer answer = train("--base", "/nowhere/at-all");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --base /nowhere/at-all: there is no such folder");
    }

    @Test
    void everyHyperparameterIsDefaultedAsPublished() {
        TrainOptions options = new TrainOptions();
        new picocli.CommandLine(options).parseArgs();

        assertThat(options.hyperparameters()).isEqualTo(Hyperparameters.PUBLISHED);
    }

    /** Later options of the same name take the place of those given here. */
    private Answer train(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("train", "--data", workshop.texts(240).toString()));
        List<String> given = List.of(options);
        if (!given.contains("--base")) {
            arguments.addAll(List.of("--base", "tiny"));
        }
        if (!given.contains("--output")) {
            arguments.addAll(List.of("--output", "tuned"));
        }
        arguments.addAll(given);
        return workshop.run(arguments.toArray(String[]::new));
    }

    private byte[] weights(String checkpoint) throws IOException {
        return Files.readAllBytes(workshop.store().resolve(checkpoint).resolve("model.safetensors"));
    }

    private Answer keep(int epoch, String output, String... options) {
        Stream<String> more = Stream.of("--output", output, "--keep-epoch", String.valueOf(epoch));
        return train(Stream.concat(Stream.of(options), more).toArray(String[]::new));
    }

    private FineTuning begin(Hyperparameters recipe, BooleanSupplier stop) {
        DataFolder texts = new DataFolder(workshop.texts(240));
        PrintWriter nobody = new PrintWriter(new StringWriter());
        FineTuning training = new FineTuning(
                recipe, Cadence.PUBLISHED, runFolder(), new TrainingProgress(new Progress.Lines(nobody, "train")));
        training.run(base(), texts.train(), texts.validation(), stop);
        return training;
    }

    private static Hyperparameters epochs(int epochs) {
        Hyperparameters card = Hyperparameters.PUBLISHED;
        return new Hyperparameters(
                card.learningRate(),
                card.batchSize(),
                card.evaluationBatchSize(),
                epochs,
                card.warmupSteps(),
                card.optimizer(),
                card.dropout(),
                card.maxGradientNorm(),
                card.seed(),
                card.maxTokens(),
                card.refinements());
    }

    private static BooleanSupplier after(int steps) {
        java.util.concurrent.atomic.AtomicInteger left = new java.util.concurrent.atomic.AtomicInteger(steps);
        return () -> left.decrementAndGet() == 0;
    }

    private Checkpoint base() {
        return Checkpoint.open(workshop.store().resolve("tiny"));
    }

    private Path runFolder() {
        return workshop.dataDirectory().resolve("training/tuned");
    }
}
