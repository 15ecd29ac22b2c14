package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.undertone.cli.Workshop.Answer;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoupCommandTests {

    private static final float HALF_PRECISION = 1e-3f;

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));
    private String texts = "";

    @BeforeEach
    void open() {
        workshop = new Workshop(folder)
                .draw("first", 1, "bert", Map.of("epochs", "2", "augment", "0.3"))
                .draw("second", 2, "bert", Map.of("epochs", "3", "augment", "0.3"))
                .draw("third", 3, "bert", Map.of("epochs", "2", "augment", "0.3"));
        texts = workshop.texts(30).toString();
    }

    @Test
    void everyNumberIsTheMeanOfThoseOfTheParts() {
        assertThat(soup("first,second,third").exitCode()).isZero();

        try (Weights first = weights("first");
                Weights second = weights("second");
                Weights third = weights("third");
                Weights mean = weights("mean")) {
            assertThat(mean.tensors()).hasSameSizeAs(first.tensors());
            for (TensorInfo tensor : mean.tensors()) {
                float[] numbers = mean.floats(tensor.name());
                float[] one = first.floats(tensor.name());
                float[] two = second.floats(tensor.name());
                float[] three = third.floats(tensor.name());
                for (int i = 0; i < numbers.length; i++) {
                    assertThat(numbers[i]).isCloseTo((one[i] + two[i] + three[i]) / 3, offset(HALF_PRECISION));
                }
            }
        }
        assertThat(workshop.run("checkpoint", "verify", "mean").exitCode()).isZero();
    }

    @Test
    void itTellsWhatItIsMadeOfAndWhatItScores() {
        Answer answer = soup("first,second");

        assertThat(answer.output()).last().asString().startsWith("Saved mean: validation accuracy 0.");
        RecipeFile recipe = RecipeFile.of(checkpoint("mean"));
        assertThat(recipe.options()).isEqualTo(Map.of("augment", "0.3", "soup", "first, second"));
        assertThat(recipe.command())
                .isEqualTo("java -jar target/undertone.jar soup --data DIR --of first,second --output mean");
    }

    @Test
    void itsCardHasTheDrawsThatItIsMadeOf() {
        soup("first,third");

        Answer answer = workshop.run("card", "--checkpoint", "mean", "--data", texts, "--seeds", "first,third");

        assertThat(answer.exitCode()).isZero();
        assertThat(folder.resolve("store/mean/README.md"))
                .content()
                .contains("| soup | first, third |", "| first | 1 | 0.", "| third | 3 | 0.", "| mean | 0.")
                .contains("### One of its recipes with other seeds\n\nOn the same 30 texts in fp32.");
    }

    @Test
    void itsCardHasNoDrawsOfWhatItIsNotMadeOf() {
        workshop.draw("stranger", 7, "bert", Map.of("epochs", "9")).draw("other", 8, "bert", Map.of("epochs", "9"));
        soup("first,third");

        Answer answer = workshop.run("card", "--checkpoint", "mean", "--data", texts, "--seeds", "stranger,other");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --seeds: none of them is among those that mean goes back to");
    }

    @Test
    void aMeanIsNoDrawOfARecipe() {
        soup("first,third");

        assertThat(workshop.run("evaluate", "--seeds", "first,mean", "--data", texts + "/validation.txt")
                        .errors())
                .containsExactly("undertone: --seeds: mean is the mean of others, not a draw");
    }

    @Test
    void onlyWhatBeganAlikeIsAveraged() {
        workshop.draw("other", 4, "elsewhere", Map.of());

        Answer answer = soup("first,other");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --of: first was trained from bert and other from elsewhere:"
                        + " their mean would be of no use");
        assertThat(folder.resolve("store/mean")).doesNotExist();
    }

    @Test
    void whatDiffersInSizeHasNoMean() throws IOException {
        Path config = folder.resolve("store/second/config.json");
        Files.writeString(config, Files.readString(config).replaceFirst("\"n_heads\" : 3", "\"n_heads\" : 4"));

        Answer answer = soup("first,second");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --of: first and second differ in sizes, labels or vocabulary,"
                        + " so they have no mean");
        assertThat(folder.resolve("store/mean")).doesNotExist();
    }

    @Test
    void whatBeganWhereAnotherHadEndedBeganAlike() {
        workshop.draw("later", 4, "first", Map.of("augment", "0.3"));

        assertThat(soup("second,later").exitCode()).isZero();
        assertThat(RecipeFile.of(checkpoint("mean")).base()).isEqualTo("bert");
    }

    @Test
    void oneIsNoMean() {
        assertThat(soup("first").errors())
                .containsExactly("undertone: --of: give at least 2 checkpoints, with commas between");
    }

    @Test
    void whatStandsUnderTheNameStays() {
        soup("first,second");

        assertThat(soup("first,third").exitCode()).isEqualTo(1);

        assertThat(RecipeFile.of(checkpoint("mean")).options()).containsEntry("soup", "first, second");
    }

    private Answer soup(String parts) {
        return workshop.run("soup", "--of", parts, "--output", "mean", "--data", texts);
    }

    private Checkpoint checkpoint(String name) {
        return Checkpoint.open(workshop.store().resolve(name));
    }

    private Weights weights(String name) {
        return checkpoint(name).openWeights();
    }
}
