package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.Hyperparameters.AdamWConstants;
import dev.undertone.training.Hyperparameters.Dropout;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.TrainingTexts;
import dev.undertone.training.recipe.DecayShape;
import dev.undertone.training.recipe.Refinements;
import dev.undertone.training.recipe.TwoLabels;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each refinement does to a short training of a tiny network; plain is the same without it. */
final class RefinementsTests {

    private static final Refinements NONE = Refinements.NONE;

    @TempDir
    private Path folder;

    private final Dataset train = TinyTexts.of("train", 240, 1);
    private final Dataset validation = TinyTexts.of("validation", 60, 2);
    private Checkpoint base;

    @BeforeEach
    void makeBase() {
        base = TinyCheckpoint.in(folder.resolve("base"));
    }

    @Test
    void theAverageOfTheWeightsIsWhatIsEvaluatedAndKept() {
        FineTuning plain = train(NONE);
        // At the end it still holds much of the first steps, when little was learned.
        FineTuning averaged = train(new Refinements(0.9999, 0, 0, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0));

        assertThat(averaged.history().epochs()).extracting(Epoch::trainingLoss).isEqualTo(losses(plain));
        assertThat(last(averaged).validationLoss()).isGreaterThan(last(plain).validationLoss());
        assertThat(weights(averaged)).isNotEqualTo(weights(plain));
    }

    @Test
    void twoPassesThatDisagreeCost() {
        FineTuning dropped = train(new Refinements(0, 1, 0, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0));

        assertThat(last(dropped).trainingLoss()).isGreaterThan(last(train(NONE)).trainingLoss());
    }

    @Test
    void twoPassesThatDropNothingAgree() {
        Hyperparameters recipe = recipe(NONE, new Dropout(0, 0, 0));
        FineTuning once = train("once", recipe, TrainingTexts.of(train));
        FineTuning twice = train(
                "twice",
                recipe.with(new Refinements(0, 1, 0, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0)),
                TrainingTexts.of(train));

        assertThat(last(twice).trainingLoss())
                .isCloseTo(last(once).trainingLoss(), org.assertj.core.data.Offset.offset(1e-3));
    }

    @Test
    void smoothedLabelsAreNeverLearnedToTheEnd() {
        FineTuning smoothed = train(new Refinements(0, 0, 0.3, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0));

        assertThat(last(smoothed).trainingLoss())
                .isGreaterThan(last(train(NONE)).trainingLoss() + 0.1);
    }

    @Test
    void lowerLayersLearnMoreSlowly() {
        LayerRates rates = new LayerRates(0.5, 6);

        assertThat(rates.factor("classifier.weight")).isEqualTo(1);
        assertThat(rates.factor("distilbert.transformer.layer.5.ffn.lin1.bias")).isEqualTo(1);
        assertThat(rates.factor("distilbert.transformer.layer.3.ffn.lin1.bias")).isEqualTo(0.25);
        assertThat(rates.factor("distilbert.embeddings.LayerNorm.weight")).isEqualTo(1.0 / 64);
        assertThat(last(train(new Refinements(0, 0, 0, 0.1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 0)))
                        .trainingLoss())
                .isGreaterThan(last(train(NONE)).trainingLoss());
    }

    @Test
    void noiseOnEmbeddingsMakesTrainingHarder() {
        FineTuning noisy = train(new Refinements(0, 0, 0, 1, 100, DecayShape.LINEAR, TwoLabels.KEEP, 0));

        assertThat(last(noisy).trainingLoss()).isGreaterThan(last(train(NONE)).trainingLoss());
    }

    @Test
    void aCosineIsAnotherTraining() {
        FineTuning cosine = train(new Refinements(0, 0, 0, 1, 0, DecayShape.COSINE, TwoLabels.KEEP, 0));

        assertThat(losses(cosine)).isNotEqualTo(losses(train(NONE)));
    }

    @Test
    void textsWrittenInAnotherWayAreAnotherTraining() {
        FineTuning augmented = train(new Refinements(0, 0, 0, 1, 0, DecayShape.LINEAR, TwoLabels.KEEP, 1));

        assertThat(last(augmented).trainingLoss())
                .isGreaterThan(last(train(NONE)).trainingLoss());
    }

    @Test
    void aTextWithTwoLabelsTeachesBothWhenTheyAreSoft() {
        Dataset torn = new Dataset(
                "train",
                Collections.nCopies(
                                60,
                                List.of(
                                        new Example("i feel sad", Emotion.SADNESS),
                                        new Example("i feel sad", Emotion.JOY)))
                        .stream()
                        .flatMap(List::stream)
                        .toList());

        assertThat(TrainingTexts.of(torn).lessons(TwoLabels.SOFT))
                .hasSize(120)
                .allSatisfy(lesson ->
                        assertThat(lesson.target().probabilities()).containsExactly(0.5, 0.5, 0.0, 0.0, 0.0, 0.0));
        assertThat(TrainingTexts.of(torn).lessons(TwoLabels.KEEP))
                .filteredOn(lesson -> lesson.target().of(Emotion.JOY) == 1)
                .hasSize(60);
        assertThat(TrainingTexts.of(torn).lessons(TwoLabels.DROP)).isEmpty();
    }

    @Test
    void neutralTextsAreReadEvenlyAfterATrainingThatHasThem() {
        TrainingTexts texts =
                new TrainingTexts(train, List.of(), 1, Collections.nCopies(120, "they and you and me"), 2);
        Dataset neutral = new Dataset("neutral", List.of(new Example("they and you and me", Emotion.JOY)));

        FineTuning plain = train("without", recipe(NONE, Dropout.PUBLISHED), TrainingTexts.of(train));
        FineTuning exposed = train("with", recipe(NONE, Dropout.PUBLISHED), texts);

        assertThat(entropy(exposed, neutral)).isGreaterThan(0.95).isGreaterThan(entropy(plain, neutral));
    }

    @Test
    void anExtraTextCountsByItsWeight() {
        TrainingTexts texts = new TrainingTexts(train, List.of(new Example("it is", Emotion.LOVE)), 0.25, List.of(), 1);

        assertThat(texts.lessons(TwoLabels.KEEP)).hasSize(241);
        assertThat(texts.lessons(TwoLabels.KEEP).get(240).weight()).isEqualTo(0.25);
        FineTuning light = train("light", recipe(NONE, Dropout.PUBLISHED), manyWrong(0.01));
        FineTuning heavy = train("heavy", recipe(NONE, Dropout.PUBLISHED), manyWrong(10));
        assertThat(last(light).validationAccuracy()).isGreaterThan(last(heavy).validationAccuracy());
    }

    private TrainingTexts manyWrong(double weight) {
        return new TrainingTexts(train, TinyTexts.mislabelled(train).examples(), weight, List.of(), 1);
    }

    private double entropy(FineTuning training, Dataset texts) {
        Checkpoint saved;
        try (var best = training.openBest()) {
            saved = new dev.undertone.modelstore.ModelStore(folder.resolve("store"))
                    .save(
                            new dev.undertone.modelstore.CheckpointId("c" + System.identityHashCode(training)),
                            base,
                            best,
                            dev.undertone.modelstore.WeightsFormat.F32);
        }
        return Evaluator.predictions(saved, texts, 8).get(0).scores().normalizedEntropy();
    }

    private FineTuning train(Refinements refinements) {
        return train(
                refinements.toString().replaceAll("\\W", ""),
                recipe(refinements, Dropout.PUBLISHED),
                TrainingTexts.of(train));
    }

    private FineTuning train(String name, Hyperparameters recipe, TrainingTexts texts) {
        FineTuning training = new FineTuning(recipe, new Cadence(10, 1000), folder.resolve(name), new Deaf());
        training.run(base, new Course(texts, validation, Optional.empty(), Optional.empty()), () -> false);
        return training;
    }

    private static Hyperparameters recipe(Refinements refinements, Dropout dropout) {
        return new Hyperparameters(5e-3, 16, 64, 6, 10, AdamWConstants.PUBLISHED, dropout, 1.0, 42, 40, refinements);
    }

    private static float[] weights(FineTuning training) {
        try (var best = training.openBest()) {
            return best.floats("classifier.weight");
        }
    }

    private static List<Double> losses(FineTuning training) {
        return training.history().epochs().stream().map(Epoch::trainingLoss).toList();
    }

    private static Epoch last(FineTuning training) {
        List<Epoch> epochs = training.history().epochs();
        return epochs.get(epochs.size() - 1);
    }

    private static final class Deaf implements TrainingListener {

        @Override
        public void step(int step, int totalSteps, double loss) {}

        @Override
        public void logged(Step step) {}

        @Override
        public void evaluated(Epoch epoch, boolean best) {}

        @Override
        public void saved(int step) {}
    }
}
