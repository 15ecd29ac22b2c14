package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class CardCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));
    private String texts = "";

    @BeforeEach
    void train() {
        workshop = new Workshop(folder).with("tiny");
        texts = workshop.texts(240).toString();
        train("first", "1");
        train("second", "2");
        train("third", "3");
    }

    @Test
    void everyRunAndEverySeedOfTheRecipeIsOnTheCard() {
        train("other", "4", "--label-smoothing", "0.1");

        assertThat(card("third").exitCode()).isZero();

        assertThat(workshop.store().resolve("third/README.md"))
                .content()
                .contains(
                        "### The same recipe with other seeds",
                        "| 1 | 0.",
                        "| 2 | 0.",
                        "| 3 | 0.",
                        "| mean ± deviation |")
                .doesNotContain("| 4 | 0.")
                .contains("### Every run", "| first |", "| other |", "--label-smoothing 0.1");
        assertThat(workshop.run("checkpoint", "verify", "third").exitCode()).isZero();
    }

    @Test
    void meanOfSeveralTellsTheSeedsOfTheRecipeTheyShare() {
        workshop.run("soup", "--data", texts, "--of", "first,second", "--output", "mean");

        assertThat(card("mean").exitCode()).isZero();

        assertThat(contentOf("mean/README.md"))
                .contains(
                        "### One of its recipes with other seeds\n\nOf trainings that are named below, before calibration:")
                .contains("| first | 1 | 0.", "| third | 3 | 0.")
                .doesNotContain("| mean | 0 |");
    }

    @Test
    void recipesThatAMeanIsNotMadeOfAreNoLuckOfItsSeeds() {
        for (String seed : List.of("4", "5", "6", "7")) {
            train("stranger-" + seed, seed, "--label-smoothing", "0.1");
        }
        workshop.run("soup", "--data", texts, "--of", "first,second", "--output", "mean");

        card("mean");

        assertThat(contentOf("mean/README.md"))
                .contains("| first | 1 | 0.", "| third | 3 | 0.")
                .doesNotContain("| stranger-4 | 4 | 0.");
    }

    @Test
    void theSameSeedTwiceIsOneDraw() {
        train("twin", "3");

        card("twin");

        assertThat(contentOf("twin/README.md")).contains("| twin | 3 | 0.").doesNotContain("| third | 3 | 0.");
    }

    @Test
    void whatTheTrainingsHadBesideTheDataIsToldOnTheCardOfTheirMean() {
        String extra = workshop.file("extra.txt", "they so angry;anger", "it so sad;sadness")
                .toString();
        train("both", "4", "--extra", extra, "--without-fold", "1/3");
        train("part", "5", "--without-fold", "1/3");
        workshop.run("soup", "--data", texts, "--of", "both,part", "--output", "mean");

        assertThat(card("mean", "--data-name", "owner/emotions").exitCode()).isZero();

        assertThat(contentOf("mean/README.md"))
                .contains("fine-tuned from tiny on owner/emotions and extra.txt.")
                .contains("owner/emotions: 160 texts to train on and 30 to choose the checkpoint by.")
                .contains("\nBeside them there was extra.txt in the training of both (--extra).\n");
        assertThat(contentOf("part/README.md"))
                .contains("fine-tuned from tiny on texts.")
                .doesNotContain("Beside them");
    }

    @Test
    void runsThatAreOnTheCardStayThereOnAnotherMachine() throws IOException {
        card("third");
        Files.delete(folder.resolve("data/training/runs.jsonl"));

        assertThat(card("third").exitCode()).isZero();

        assertThat(contentOf("third/README.md")).contains("### Every run", "| first |", "| second |");
        assertThat(workshop.run("checkpoint", "verify", "third").exitCode()).isZero();
    }

    @Test
    void seedsThatAreNamedAreMeasuredAnewAsTheCardIs() {
        assertThat(card("third", "--seeds", "first,third").exitCode()).isZero();

        String card = contentOf("third/README.md");
        assertThat(card)
                .contains(
                        "### The same recipe with other seeds\n\nOn the same 30 texts in fp32. None of them is calibrated.")
                .contains("| first | 1 | 0.", "| third | 3 | 0.")
                .doesNotContain("| second | 2 | 0.");
        String accuracy = String.format(
                Locale.ROOT,
                "%.4f",
                JsonMapper.shared()
                        .readTree(contentOf("third/evaluation.json"))
                        .get("accuracy")
                        .doubleValue());
        assertThat(card).contains("| third | 3 | " + accuracy + " |");
    }

    @Test
    void seedsOfAnotherRecipeThanTheCardsAreRefusedAndTheCardStays() {
        train("other", "4", "--label-smoothing", "0.1");
        train("another", "5", "--label-smoothing", "0.1");
        String before = contentOf("third/README.md");

        Answer answer = card("third", "--seeds", "other,another");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --seeds: other and third differ in more than the seed: "
                        + "--label-smoothing is 0.1 and 0.0");
        assertThat(contentOf("third/README.md")).isEqualTo(before);
    }

    @Test
    void aRunThatFailedIsOnTheCardWithTheReason() {
        // Too small to keep apart from nothing: a word that no text has is then moved by 0 / 0.
        train("torn", "5", "--adam-epsilon", "1e-300");

        card("third");

        assertThat(workshop.store().resolve("third/README.md"))
                .content()
                .contains("| torn | - | - | - | - | training diverged");
    }

    @Test
    void whatElseWasMeasuredHasItsSections() {
        workshop.file("posts/labels.txt", "anger", "neutral");
        String posts = workshop.file("posts/dev.tsv", "they so angry\t0\ta", "it is on\t1\tb")
                .toString();

        Answer answer = card("third", "--real-posts", posts, "--perturb", "--neutral", posts, "--beside", "second");

        assertThat(answer.exitCode()).isZero();
        assertThat(workshop.store().resolve("third/README.md"))
                .content()
                .contains("### On real posts\n\n1 texts: accuracy")
                .contains("### Written in another way", "| full stop | 30 |")
                .contains("### Texts without emotion", "| own sentences | 3", "| dev.tsv | 1 |")
                .contains("### Beside second\n\n`second` was made by `java -jar target/undertone.jar train ")
                .contains("| validation, third |", "| validation, second |", "| real posts, second |")
                .contains("| emotion | third | second |")
                .contains("Its int8 form was not evaluated for this card.")
                .contains("At 30 texts the 95 % interval reaches ");
        assertThat(workshop.store().resolve("third/evaluation.json")).content().contains("\"robustness\"");
    }

    @Test
    void whatStandsBesideItHasToTellHowItWasTrainedBeforeAnythingIsMeasured() {
        Answer answer = card("third", "--beside", "tiny");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors())
                .singleElement()
                .asString()
                .contains("tiny", "does not tell how the checkpoint was trained");
    }

    private String contentOf(String file) {
        try {
            return Files.readString(workshop.store().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void train(String output, String seed, String... options) {
        List<String> first = List.of(
                "train", "--data", texts, "--base", "tiny", "--output", output, "--seed", seed, "--warmup-steps", "5");
        workshop.run(first, options);
    }

    private Answer card(String checkpoint, String... options) {
        return workshop.run(List.of("card", "--checkpoint", checkpoint, "--data", texts), options);
    }
}
